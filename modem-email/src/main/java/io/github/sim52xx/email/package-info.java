/**
 * The mail clients of the modem and what they share. {@link io.github.sim52xx.email.smtp} sends, {@link
 * io.github.sim52xx.email.pop3} fetches, {@link io.github.sim52xx.email.compose} puts a mail together, {@link
 * io.github.sim52xx.email.mime} takes one apart, {@link io.github.sim52xx.email.command} are the AT commands. Start
 * with {@link io.github.sim52xx.email.smtp.SmtpClient}.
 */
package io.github.sim52xx.email;
