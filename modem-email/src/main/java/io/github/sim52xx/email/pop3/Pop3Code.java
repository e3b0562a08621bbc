package io.github.sim52xx.email.pop3;

/** What the AT line hears of a POP3 operation: {@code +POP3: SUCCESS} (application note 1, manual 20.2). */
public enum Pop3Code {
    SUCCESS("SUCCESS"),
    /** The mail could not be fetched; the session stays. */
    FAILURE("FAILURE"),
    /** There is no mail to list. */
    EMPTY("EMPTY"),
    /** No server of that name or at that address, or the network is away. */
    NETWORK_ERROR("NETWORK ERROR"),
    /** The server released the session, answered wrongly or not in time, or the mail's number is wrong. */
    SERVER_ERROR("SERVER ERROR"),
    INVALID_USER("INVALID UN"),
    INVALID_PASSWORD("INVALID UN/PWD"),
    /** The mail cannot be stored; the session is closed. */
    FILE_SYSTEM_ERROR("FILE SYSTEM ERROR");

    private final String words;

    Pop3Code(String words) {
        this.words = words;
    }

    /** The line on the AT interface. */
    public String line() {
        return "+POP3: " + words;
    }
}
