package io.github.sim52xx.email.smtp;

/**
 * How the sending of a mail ended.
 *
 * @param recipient the refused one, or null
 * @param cause for the console: the server's reply and what it replied to
 */
record SmtpOutcome(SmtpCode code, String recipient, String cause) {

    private static final int SERVICE_NOT_AVAILABLE = 421;
    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final int CREDENTIALS_INVALID = 535;

    static SmtpOutcome of(SmtpCode code, String cause) {
        return new SmtpOutcome(code, null, cause);
    }

    /**
     * The server refused.
     *
     * @param recipient whom RCPT was about, or null
     */
    static SmtpOutcome refused(Exchange exchange, String recipient) {
        return switch (exchange.code()) {
            case AUTHENTICATION_REQUIRED -> of(SmtpCode.AUTH_REQUIRED, exchange.describe());
            case CREDENTIALS_INVALID -> of(SmtpCode.AUTH_ERROR, exchange.describe());
            case SERVICE_NOT_AVAILABLE -> of(SmtpCode.SERVER_ERROR, exchange.describe());
            default ->
                recipient != null && exchange.isRefusal()
                        ? new SmtpOutcome(SmtpCode.BAD_RCPT, recipient, exchange.describe())
                        : of(SmtpCode.SERVER_ERROR, exchange.describe());
        };
    }

    /** The line on the AT interface. */
    String line() {
        return code.line() + (recipient == null ? "" : " " + recipient);
    }
}
