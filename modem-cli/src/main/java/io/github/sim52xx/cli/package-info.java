/**
 * The command line: one class a subcommand, which {@link io.github.sim52xx.cli.Main} picks. {@link
 * io.github.sim52xx.cli.RunCommand} is where a modem is put together.
 */
package io.github.sim52xx.cli;
