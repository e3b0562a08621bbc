package io.github.sim52xx.cli.mail;

import java.util.Set;

/** The two protocols of the server. */
public enum Protocol {
    SMTP("421 4.3.2 Too many sessions, try again later", "500 5.5.2 Line too long"),
    POP3("-ERR Too many sessions, try again later", "-ERR Line too long");

    private static final Set<String> OF_BOTH = Set.of(Occasion.GREETING, Occasion.UNKNOWN);

    private final String noPlace;
    private final String tooLong;

    Protocol(String noPlace, String tooLong) {
        this.noPlace = noPlace;
        this.tooLong = tooLong;
    }

    /** True for a command of the protocol, and for the names of its moments in {@link Occasion}. */
    public boolean has(String verb) {
        return switch (this) {
            case SMTP ->
                SmtpSession.VERBS.contains(verb)
                        || OF_BOTH.contains(verb)
                        || verb.equals(Occasion.END_OF_DATA)
                        || verb.equals(Occasion.CHALLENGED);
            case POP3 -> Pop3Session.VERBS.contains(verb) || OF_BOTH.contains(verb);
        };
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
