package io.github.sim52xx.cli.mail;

/** The two protocols of the server. */
public enum Protocol {
    SMTP("421 4.3.2 Too many sessions, try again later", "500 5.5.2 Line too long"),
    POP3("-ERR Too many sessions, try again later", "-ERR Line too long");

    private final String noPlace;
    private final String tooLong;

    Protocol(String noPlace, String tooLong) {
        this.noPlace = noPlace;
        this.tooLong = tooLong;
    }

    /** What a connection hears for which there is no place left. */
    String noPlace() {
        return noPlace;
    }

    /** The reply to an endless line, once it has ended. */
    String tooLong() {
        return tooLong;
    }
}
