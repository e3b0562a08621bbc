/** The ports that terminals attach to: TCP on MINA, PTY on JNA, standard input and output. */
package io.github.sim52xx.cli.port;
