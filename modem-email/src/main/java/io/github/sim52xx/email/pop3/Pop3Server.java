package io.github.sim52xx.email.pop3;

/** Where mails are fetched and as whom (+POP3SRV). */
public record Pop3Server(String host, String user, String password, int port) {

    public static final int DEFAULT_PORT = 110;

    /** None. */
    public static final Pop3Server NONE = new Pop3Server("", "", "", DEFAULT_PORT);

    @Override
    public String toString() {
        return "Pop3Server[" + host + ":" + port + ", user=" + user + "]";
    }
}
