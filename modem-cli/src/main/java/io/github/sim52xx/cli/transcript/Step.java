package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.world.Intervention;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One line of a {@link Transcript} that does something. Immutable.
 *
 * @param number of the line in its file, from 1
 * @param source the line as it stands there
 * @param terminal which terminal it is about, from 1
 */
public record Step(int number, String source, int terminal, Act act) {

    /** What is to be done. Bytes are byte strings. */
    public sealed interface Act {

        /** A comment. */
        record Remark(String text) implements Act {}

        /** {@code > text}, with CR behind it, or {@code >! bytes}. */
        record Send(String bytes) implements Act {}

        /** {@code < text} or {@code <~ 5s text}. */
        record Line(String text, Duration later) implements Act {}

        /** {@code </ regex} or {@code </~ 5s regex}. */
        record Matching(Pattern pattern, Duration later) implements Act {}

        /** {@code <! bytes}. */
        record Bytes(String bytes) implements Act {}

        /** {@code wait 30s}. */
        record Wait(Duration time) implements Act {}

        /**
         * {@code client 1 connects 80}, {@code client 1 says hello}, {@code client 1 hears hello}, {@code client 1
         * closes}: what somebody does at the other end of a server of the modem; {@code peer 2 says hello}: or where the
         * modem has gone to.
         *
         * @param bytes what is said or heard; the port where one connects
         */
        record Client(int client, Deed deed, String bytes) implements Act {}

        /** What a client does. */
        enum Deed {
            CONNECTS,
            SAYS,
            HEARS,
            CLOSES,
            /** Breaks the connection off. */
            RESETS,
            /** Sees that the modem has closed, and closes too. */
            IS_CLOSED
        }

        /** {@code peer 2 accepts server.example:7001}: the modem goes there; {@code peer 2 accepts udp …}: or may send. */
        record Accept(int peer, Fixture.Peer at) implements Act {}

        /** {@code gone} or {@code gone 2}: nobody listens at the terminal any more. */
        record Gone() implements Act {}

        /** {@code ctl radio signal 12}: that is done to the world around the modem. */
        record Intervene(Intervention intervention) implements Act {}

        /** {@code hang up} or {@code hang up 2}. */
        record HangUp() implements Act {}
    }
}
