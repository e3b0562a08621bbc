/** The mail commands. Start with {@link io.github.sim52xx.email.command.SmtpCommands}. */
package io.github.sim52xx.email.command;
