/**
 * A mail server inside the process: SMTP and POP3 on loopback, two fixed accounts, one mailbox for everybody, and at any
 * verb the misbehaviour that a {@link io.github.sim52xx.cli.mail.Script} asks for. Start with {@link
 * io.github.sim52xx.cli.mail.MailServer}; what a session does is in {@code SmtpSession} and {@code Pop3Session}, what it
 * can be made to do instead in {@link io.github.sim52xx.cli.mail.Action}.
 */
package io.github.sim52xx.cli.mail;
