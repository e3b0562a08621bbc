package io.github.sim52xx.cli;

import io.github.sim52xx.cli.world.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The data of one AT line as events, by lines, masked: what the modem has {@code received} and {@code sent}. Of what goes
 * one way a few kilobytes a second are told; how many lines are left out stands in the next event. Not thread-safe.
 *
 * <pre>
 * at   {"terminal":1, "received":"GET / HTTP/1.0\\r\\n"}
 * at   {"terminal":1, "sent":"\\x15\\x00", "leftOut":12}
 * </pre>
 */
final class DataLines {

    /** As they are printed. */
    private static final int CHARACTERS_PER_SECOND = 8192;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Events events;
    private final int terminal;
    private final TracedChannel channel;
    private final Share received = new Share("received");
    private final Share sent = new Share("sent");

    DataLines(Events events, int terminal) {
        this.events = events;
        this.terminal = terminal;
        channel = new TracedChannel("DATA " + terminal, new SeenSecrets(), this::line);
    }

    void bytes(boolean outgoing, byte[] bytes, int offset, int length) {
        channel.bytes(outgoing, bytes, offset, length);
    }

    /** The data is complete, whether it ends with a line end or not. */
    void end() {
        channel.flush();
    }

    private void line(String name, boolean outgoing, String text) {
        // The line feed behind a carriage return is a line of its own here.
        if (!text.equals("\\n") && !text.isEmpty()) {
            (outgoing ? sent : received).tell(text);
        }
    }

    /** One direction. */
    private final class Share {

        private final String direction;
        private Instant begun = Instant.MIN;
        private int told;
        private int leftOut;

        Share(String direction) {
            this.direction = direction;
        }

        void tell(String line) {
            Instant now = events.now();
            if (Duration.between(begun, now).compareTo(SECOND) >= 0) {
                begun = now;
                told = 0;
            }
            if (told >= CHARACTERS_PER_SECOND) {
                leftOut++;
                return;
            }
            told += line.length();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("terminal", terminal);
            fields.put(direction, line);
            if (leftOut > 0) {
                fields.put("leftOut", leftOut);
                leftOut = 0;
            }
            events.publish("at", () -> fields);
        }
    }
}
