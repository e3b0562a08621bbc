/**
 * The SMTP client of the modem (manual 20.1, application note 3). {@link io.github.sim52xx.email.smtp.SmtpClient} is
 * what the commands talk to; {@link io.github.sim52xx.email.smtp.SmtpSession} talks to the server.
 */
package io.github.sim52xx.email.smtp;
