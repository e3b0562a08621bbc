package io.github.sim52xx.cli.mail;

import java.time.Duration;

/**
 * A moment at which the server is about to do something, and might do something else.
 *
 * @param verb the command in capitals, or one of the names below; {@link #UNKNOWN} for what is no command at all
 * @param argument what followed the verb, with passwords masked
 * @param nth how often this verb has been seen in this session, this time included
 * @param nthEver the same since the server's start, over all its sessions
 * @param session the number of the session, 1 the first of its protocol
 * @param age of the session
 */
public record Occasion(
        Protocol protocol, String verb, String argument, int nth, int nthEver, int session, Duration age) {

    /** A session begins. */
    public static final String GREETING = "";

    /** A mail has been received up to its final dot (SMTP). */
    public static final String END_OF_DATA = ".";

    /** The answer to a challenge of AUTH has come (SMTP). */
    public static final String CHALLENGED = "334";

    /** A line that starts with no verb of the protocol. */
    public static final String UNKNOWN = "?";

    /** At the beginning of the first session. */
    public Occasion(Protocol protocol, String verb, String argument, int nth, int nthEver) {
        this(protocol, verb, argument, nth, nthEver, 1, Duration.ZERO);
    }
}
