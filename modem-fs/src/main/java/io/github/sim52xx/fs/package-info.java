/**
 * The modem's storage: internal flash C:, storage card D:, their rules (manual 14), and the host directory that keeps
 * them. Start with {@link io.github.sim52xx.fs.Storage} and {@link io.github.sim52xx.fs.Volume}; what happens on the
 * host is behind {@link io.github.sim52xx.fs.StateDirectory}.
 */
package io.github.sim52xx.fs;
