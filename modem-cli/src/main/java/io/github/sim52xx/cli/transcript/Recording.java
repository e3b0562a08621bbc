package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.modem.Time;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes down what is said at the terminals of a modem, as a {@link Transcript} that can be played again. A pause before
 * something is sent becomes {@code wait}, a line that comes late {@code <~}; what is no text is written with escapes.
 * Dates of the modem's clock become regular expressions, passwords {@link Placeholders}. Every step is in the file as
 * soon as it is complete. Safe for use by any thread.
 */
public final class Recording implements Closeable {

    /** A shorter pause is nobody's intention. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration LATE = Duration.ofSeconds(1);
    /** Longer pauses are written in seconds. */
    private static final long EXACT_MILLIS = 10_000;

    private final OutputStream out;
    private final Time time;
    private final Placeholders placeholders = new Placeholders();
    private final Map<Integer, Conversation> conversations = new TreeMap<>();
    private Instant last;
    private boolean begun;

    /**
     * Begins.
     *
     * @param head the first lines: a title, what was given
     */
    public Recording(OutputStream out, Time time, List<String> head) {
        this.out = out;
        this.time = time;
        head.forEach(this::write);
        write("");
    }

    /** A terminal is there, for the first time or again. */
    public synchronized void attached(int terminal) {
        if (conversations.containsKey(terminal)) {
            write("# terminal " + terminal + " is attached again");
        }
        conversation(terminal);
    }

    /** The DTE has sent something. */
    public synchronized void sent(int terminal, byte[] bytes) {
        Conversation conversation = conversation(terminal);
        conversation.sent(new String(bytes, StandardCharsets.ISO_8859_1), time.now());
    }

    /** The modem has sent something. */
    public synchronized void came(int terminal, byte[] bytes) {
        Conversation conversation = conversation(terminal);
        boolean late =
                last != null && !Duration.between(last, time.now()).minus(LATE).isNegative();
        conversation.came(bytes, late);
        last = time.now();
    }

    /** The terminal has gone. */
    public synchronized void gone(int terminal) {
        conversation(terminal).end();
        write("# terminal " + terminal + " has gone");
    }

    /** What has not been complete is written too. */
    @Override
    public synchronized void close() {
        conversations.values().forEach(Conversation::end);
        try {
            out.close();
        } catch (IOException e) {
            // What could be written has been written.
        }
    }

    private Conversation conversation(int terminal) {
        return conversations.computeIfAbsent(terminal, number -> new Conversation(new Sheet(number)));
    }

    private void write(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // A full disk must not stop the modem.
        }
    }

    private void pause(Duration pause) {
        if (begun && pause.compareTo(PAUSE) >= 0) {
            long millis = pause.toMillis() / 100 * 100;
            write("wait " + (millis < EXACT_MILLIS ? millis + "ms" : millis / 1000 + "s"));
        }
    }

    /** Where a terminal's steps go. Used under the recording's lock. */
    final class Sheet {

        private final String terminal;

        private Sheet(int number) {
            terminal = number == 1 ? "" : Integer.toString(number);
        }

        /** A command line, without its CR. */
        void command(String line, Instant since) {
            sending(since);
            write(terminal + "> " + Escapes.text(placeholders.hide(line)));
        }

        void data(String bytes, Instant since) {
            sending(since);
            write(terminal + ">! " + Escapes.visible(Escapes.encode(placeholders.hide(bytes))));
        }

        void line(String line, boolean late) {
            String text = Escapes.text(placeholders.hide(line));
            String pattern = Dates.pattern(text);
            String sign = pattern == null ? "<" : "</";
            String after = late ? "~ " + (Duration.between(last, time.now()).toSeconds() + 1) + "s " : " ";
            write(terminal + sign + after + (pattern == null ? text : pattern));
            begun = true;
        }

        void bytes(String bytes) {
            write(terminal + "<! " + Escapes.visible(Escapes.encode(placeholders.hide(bytes))));
            begun = true;
        }

        private void sending(Instant since) {
            if (last != null) {
                pause(Duration.between(last, since));
            }
            last = time.now();
            begun = true;
        }
    }
}
