package io.github.sim52xx.email.pop3;

/** What AT+POP3GET saves of a mail (get_type of the 2012 manual). */
public enum FetchType {
    /** A text file and the attachments. */
    PARSED,
    /** The whole mail as it is, {@code .eml}. */
    WHOLE,
    BOTH;

    boolean parses() {
        return this != WHOLE;
    }

    boolean keepsWhole() {
        return this != PARSED;
    }
}
