/**
 * What can be asked of a running modem beside its AT lines, and done to its world, over HTTP on loopback. A new path is a
 * {@link io.github.sim52xx.cli.control.Resource}, named in
 * {@link io.github.sim52xx.cli.control.ControlServer}.
 */
package io.github.sim52xx.cli.control;
