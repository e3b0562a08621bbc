/**
 * The ports that terminals attach to: TCP on MINA, PTY on JNA, standard input and output; and the {@link
 * io.github.sim52xx.cli.port.Wire}s that lead to such a port from outside.
 */
package io.github.sim52xx.cli.port;
