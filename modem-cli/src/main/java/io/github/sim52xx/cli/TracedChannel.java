package io.github.sim52xx.cli;

import java.util.Locale;

/**
 * One connection in the trace. Both directions are cut into lines, so that what is typed letter by letter is masked as
 * well as what is sent at once; a very long line is cut into pieces. Not thread-safe.
 */
final class TracedChannel {

    /** Takes a line, printable. */
    interface Sink {
        void line(String channel, boolean outgoing, String text);
    }

    private static final int MAX_LINE = 4096;
    /** The Base64 of a name and a password of 128 characters each, and of two separators, has 344. */
    private static final int LONGEST_SECRET = 350;

    private final String name;
    private final Sink sink;
    private final Masking masking;
    /** So on AT lines; elsewhere only a line feed does, as for the mail clients, or secrets would be missed. */
    private final boolean returnEndsLine;

    private final StringBuilder[] lines = {new StringBuilder(), new StringBuilder()};
    private final boolean[] continued = new boolean[2];
    private final boolean[] secret = new boolean[2];

    /**
     * @param name its first word says what is spoken: AT, SMTP, POP3, …
     * @param secrets those of all connections
     */
    TracedChannel(String name, SeenSecrets secrets, Sink sink) {
        this.name = name;
        this.sink = sink;
        String protocol = name.split(" ")[0].toUpperCase(Locale.ROOT);
        masking = Masking.of(protocol, secrets);
        returnEndsLine = protocol.equals("AT") || protocol.equals("DATA");
    }

    void bytes(boolean outgoing, byte[] bytes, int offset, int length) {
        StringBuilder line = lines[index(outgoing)];
        for (int i = offset; i < offset + length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean afterReturn = returnEndsLine && line.length() > 0 && line.charAt(line.length() - 1) == '\r';
            if (afterReturn && c != '\n') {
                end(outgoing, true);
            }
            line.append(c);
            if (c == '\n') {
                end(outgoing, true);
            } else if (line.length() == MAX_LINE) {
                end(outgoing, false);
            }
        }
        // A carriage return ends an AT line; whether a line feed follows shows with the next byte only.
        if (returnEndsLine && line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
            end(outgoing, true);
        }
    }

    /** Ends lines that are not complete. */
    void flush() {
        end(false, true);
        end(true, true);
    }

    private void end(boolean outgoing, boolean lineEnds) {
        int index = index(outgoing);
        StringBuilder line = lines[index];
        if (line.length() == 0) {
            return;
        }
        String text = line.toString();
        line.setLength(0);
        boolean first = !continued[index];
        String masked =
                first ? masking.mask(outgoing, text) : secret[index] ? Masking.MASK : masking.maskRest(outgoing, text);
        secret[index] = first ? !masked.equals(text) : secret[index];
        continued[index] = !lineEnds;
        // A secret must not be cut in two: what may be the beginning of one waits for the next piece.
        int end = lineEnds || secret[index] ? masked.length() : masked.length() - LONGEST_SECRET;
        line.append(masked, end, masked.length());
        sink.line(name, outgoing, printable(masked.substring(0, end)));
    }

    private static int index(boolean outgoing) {
        return outgoing ? 1 : 0;
    }

    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length() + 8);
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\r' -> printable.append("\\r");
                case '\n' -> printable.append("\\n");
                case '\\' -> printable.append("\\\\");
                default -> {
                    if (c >= ' ' && c < 127) {
                        printable.append(c);
                    } else {
                        printable.append(String.format("\\x%02x", (int) c));
                    }
                }
            }
        }
        return printable.toString();
    }
}
