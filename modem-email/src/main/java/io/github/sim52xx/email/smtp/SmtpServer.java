package io.github.sim52xx.email.smtp;

/** Where mails go (+SMTPSRV). */
public record SmtpServer(String host, int port) {

    public static final int DEFAULT_PORT = 25;

    /** None. */
    public static final SmtpServer NONE = new SmtpServer("", DEFAULT_PORT);
}
