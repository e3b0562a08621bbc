/**
 * What can be asked of a running modem beside its AT lines, over HTTP on loopback: {@code GET /v1/outcomes}. Start with
 * {@link io.github.sim52xx.cli.control.ControlServer}.
 */
package io.github.sim52xx.cli.control;
