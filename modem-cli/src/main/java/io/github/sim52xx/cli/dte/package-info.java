/**
 * The other end of the line: what a DTE needs to talk to a modem, be it this one or a real one. Start with {@link
 * io.github.sim52xx.cli.dte.Dte}.
 */
package io.github.sim52xx.cli.dte;
