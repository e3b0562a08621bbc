package io.github.sim52xx.email.smtp;

/** What the AT line hears of a mail: {@code +SMTP: SUCCESS} (application note 1, manual 20.1.9). */
public enum SmtpCode {
    /** The session stands and the server is ready. */
    OK,
    /** The mail is accepted, the session is closed. */
    SUCCESS,
    /** Another mail is being sent. */
    ONGOING,
    /** Server, sender, recipient or context is missing, or an attachment cannot be read. */
    PARAM_ERROR,
    /** No server of that name or at that address, or the network is away. */
    NETWORK_ERROR,
    /** The server released the session, answered wrongly or not in time. */
    SERVER_ERROR,
    /** The server wants a login. */
    AUTH_REQUIRED,
    /** The server refuses the login. */
    AUTH_ERROR,
    /** The server refuses a recipient, whose address follows. */
    BAD_RCPT,
    /** The attachments are larger than 10 MB. */
    OVERSIZE;

    /** The line on the AT interface. */
    public String line() {
        return "+SMTP: " + name().replace('_', ' ');
    }
}
