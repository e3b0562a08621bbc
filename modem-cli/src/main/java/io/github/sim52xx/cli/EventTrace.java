package io.github.sim52xx.cli;

import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.modem.Trace;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes events of what is said on the AT lines of one modem: command lines before they are executed, answers and
 * unsolicited result codes when they are sent, data both ways as {@link DataLines}, all of them masked as in the trace file. What one modem's thread does
 * comes in order; safe for use by any thread.
 *
 * <pre>
 * at   {"terminal":1, "command":"AT+CSQ"}
 * at   {"terminal":1, "answer":"+CSQ: 22,0"}
 * urc  {"terminal":1, "line":"+CPIN: READY"}
 * </pre>
 */
final class EventTrace implements Trace {

    /** Unsolicited codes that wait to be sent; a terminal itself keeps no more. */
    private static final int MOST_WAITING = 1024;

    private static final String AT = "AT ";
    /** How the ends of lines are printed. */
    private static final String LINE_END = "\\r\\n";

    private final Events events;
    private final Masking masking = Masking.of("AT", new SeenSecrets());
    private final Map<Integer, Talk> talks = new HashMap<>();

    EventTrace(Events events) {
        this.events = events;
    }

    @Override
    public boolean listens() {
        return false;
    }

    @Override
    public void bytes(String channel, boolean outgoing, byte[] bytes, int offset, int length) {
        if (outgoing && events.wanted() && channel.startsWith(AT)) {
            talk(Integer.parseInt(channel.substring(AT.length()))).sent(bytes, offset, length);
        }
    }

    @Override
    public void data(int terminal, ByteBuffer bytes) {
        if (events.wanted()) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            talk(terminal).received(copy);
        }
    }

    @Override
    public void dataMode(int terminal, boolean on) {
        talk(terminal).dataMode(on);
    }

    @Override
    public void commandLine(int terminal, String body) {
        if (events.wanted()) {
            String line = TracedChannel.printable(masking.mask(false, "AT" + body));
            events.publish("at", () -> said(terminal, "command", line));
        }
    }

    @Override
    public void unsolicited(int terminal, String text) {
        if (events.wanted()) {
            talk(terminal).expect(text);
        }
    }

    private synchronized Talk talk(int terminal) {
        return talks.computeIfAbsent(terminal, Talk::new);
    }

    private static Map<String, Object> said(int terminal, String what, String line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("terminal", terminal);
        fields.put(what, line);
        return fields;
    }

    /** What one terminal is told. */
    private final class Talk {

        private final int terminal;
        private final TracedChannel channel;
        private final Deque<String> unsolicited = new ArrayDeque<>();
        private final DataLines data;
        private boolean online;

        private Talk(int terminal) {
            this.terminal = terminal;
            channel = new TracedChannel(AT + terminal, new SeenSecrets(), this::line);
            data = new DataLines(events, terminal);
        }

        private synchronized void expect(String text) {
            for (String line : text.split("\n")) {
                if (unsolicited.size() < MOST_WAITING) {
                    unsolicited.addLast(TracedChannel.printable(line));
                }
            }
        }

        private synchronized void sent(byte[] bytes, int offset, int length) {
            if (online) {
                data.bytes(true, bytes, offset, length);
            } else {
                channel.bytes(true, bytes, offset, length);
            }
        }

        private synchronized void received(byte[] bytes) {
            data.bytes(false, bytes, 0, bytes.length);
        }

        private synchronized void dataMode(boolean on) {
            online = on;
            data.end();
        }

        private void line(String name, boolean outgoing, String text) {
            // An echo ends with the carriage return that was typed.
            if (!text.endsWith(LINE_END) || text.equals(LINE_END)) {
                return;
            }
            String line = text.substring(0, text.length() - LINE_END.length());
            if (line.equals(unsolicited.peekFirst())) {
                unsolicited.removeFirst();
                events.publish("urc", () -> said(terminal, "line", line));
            } else {
                events.publish("at", () -> said(terminal, "answer", line));
            }
        }
    }
}
