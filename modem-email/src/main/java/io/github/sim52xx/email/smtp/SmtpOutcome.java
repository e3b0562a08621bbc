package io.github.sim52xx.email.smtp;

/**
 * How the sending of a mail ended.
 *
 * @param recipient the refused one, or null
 * @param cause for the console: the server's reply and what it replied to
 */
record SmtpOutcome(SmtpCode code, String recipient, String cause) {

    static SmtpOutcome of(SmtpCode code, String cause) {
        return new SmtpOutcome(code, null, cause);
    }

    /** The line on the AT interface. */
    String line() {
        return code.line() + (recipient == null ? "" : " " + recipient);
    }
}
