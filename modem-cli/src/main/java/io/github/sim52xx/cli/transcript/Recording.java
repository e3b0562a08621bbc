package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.world.Intervention;
import io.github.sim52xx.cli.world.Witness;
import io.github.sim52xx.modem.Time;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Writes down what is said at the terminals of a modem, as a {@link Transcript} that can be played again. A pause before
 * something is sent becomes {@code wait}, a line that comes late {@code <~}, what is done to the world {@code ctl}; what
 * is no text is written with escapes. What is {@link Varying} becomes a regular expression, passwords {@link
 * Placeholders}. Every step is in the file as soon as it is complete. Safe for use by any thread.
 */
public final class Recording implements Closeable {

    /** A shorter pause is nobody's intention. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration LATE = Duration.ofSeconds(1);
    /** Longer pauses are written in seconds. */
    private static final long EXACT_MILLIS = 10_000;
    /** So much of short pauses is written as one, for the sake of the modem's clock. */
    private static final Duration DEBT = Duration.ofSeconds(10);

    private final OutputStream out;
    private final Time time;
    private final Placeholders placeholders;
    private final Set<Integer> attached = new TreeSet<>();
    /** What the modem still says to those nobody hears. */
    private final Set<Integer> left = new TreeSet<>();

    private final Varying varying = new Varying();
    private final Map<Integer, Conversation> conversations = new TreeMap<>();
    /** The first lines: a title, what was given. Null when they have been written. */
    private Supplier<List<String>> head;

    private Instant last;
    private boolean begun;
    /** What has passed in pauses that have not been written. */
    private Duration owed = Duration.ZERO;
    /** What is being done to the world, as long as nothing has come of it. */
    private Intervention pending;

    /**
     * Begins with the first step.
     *
     * @param head the first lines: a title, what was given; asked for when the first step comes
     * @param known passwords that everybody may read
     */
    public Recording(OutputStream out, Time time, Supplier<List<String>> head, Set<String> known) {
        placeholders = new Placeholders(known);
        this.out = out;
        this.time = time;
        this.head = head;
    }

    /** It begins now, for something happens by the time: the pause before the first step counts. */
    public synchronized void start() {
        writeHead();
        last = time.now();
        begun = true;
    }

    /** Writes down what is done to the world. */
    public Witness witness() {
        return new Witness() {
            @Override
            public void begins(Intervention intervention) {
                setPending(intervention);
            }

            @Override
            public void ended(boolean happened) {
                if (happened) {
                    writePending();
                }
                setPending(null);
            }
        };
    }

    /** A terminal is there, for the first time or again. */
    public synchronized void attached(int terminal) {
        left.remove(terminal);
        attached.add(terminal);
    }

    /** The DTE has sent something. */
    public synchronized void sent(int terminal, byte[] bytes) {
        Conversation conversation = conversation(terminal);
        conversation.sent(new String(bytes, StandardCharsets.ISO_8859_1), time.now());
    }

    /** The modem has sent something. */
    public synchronized void came(int terminal, byte[] bytes) {
        if (left.contains(terminal)) {
            return;
        }
        writePending();
        Conversation conversation = conversation(terminal);
        Duration silence = last == null ? Duration.ZERO : Duration.between(last, time.now());
        conversation.came(bytes, silence.compareTo(LATE) < 0 ? Duration.ZERO : silence);
        last = time.now();
    }

    /**
     * Something has happened at the other end of a socket of the modem.
     *
     * @param step {@code peer 1 says}
     * @param bytes a byte string that belongs to it; null for none
     * @param unasked unless it only follows from what the modem has done
     */
    synchronized void outside(String step, String bytes, boolean unasked) {
        writePending();
        conversations.values().forEach(Conversation::settle);
        if (unasked) {
            pauseUntil(time.now());
        }
        write(bytes == null ? step : step + " " + Escapes.line(placeholders.hide(bytes)));
        begun = true;
    }

    /** The DTE has closed the line of a terminal that stays: nobody goes on with what was being typed. */
    public synchronized void hungUp(int terminal) {
        Conversation before = conversations.remove(terminal);
        if (before != null) {
            before.end();
            pauseUntil(time.now());
            write(at("hang up", terminal));
        }
    }

    /** The terminal has gone. */
    public synchronized void gone(int terminal) {
        conversation(terminal).end();
        attached.remove(terminal);
        left.add(terminal);
        writeGone(terminal);
    }

    /** What has not been complete is written too. */
    @Override
    public synchronized void close() {
        conversations.values().forEach(Conversation::end);
        attached.forEach(this::writeGone);
        writeHead();
        try {
            out.close();
        } catch (IOException e) {
            // What could be written has been written.
        }
    }

    private Conversation conversation(int terminal) {
        return conversations.computeIfAbsent(terminal, number -> new Conversation(new Sheet(number)));
    }

    /** What the modem may say to it after that, nobody has heard. */
    private void writeGone(int terminal) {
        if (begun) {
            write(at("gone", terminal));
        }
    }

    private static String at(String step, int terminal) {
        return terminal == 1 ? step : step + " " + terminal;
    }

    private synchronized void setPending(Intervention intervention) {
        pending = intervention;
    }

    private synchronized void writePending() {
        if (pending != null) {
            Intervention done = pending;
            pending = null;
            pauseUntil(time.now());
            write("ctl " + done.words());
        }
    }

    private void writeHead() {
        if (head != null) {
            List<String> lines = head.get();
            head = null;
            lines.forEach(this::write);
            write("");
        }
    }

    private void write(String line) {
        writeHead();
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // A full disk must not stop the modem.
        }
    }

    /** Something is done that did not begin before {@code since}. */
    private void pauseUntil(Instant since) {
        if (begun && last != null) {
            pause(Duration.between(last, since));
        }
        last = time.now();
        begun = true;
    }

    private void pause(Duration pause) {
        owed = owed.plus(pause.isNegative() ? Duration.ZERO : pause);
        if (pause.compareTo(PAUSE) >= 0 || owed.compareTo(DEBT) >= 0) {
            long millis = owed.toMillis() / 100 * 100;
            long written = millis < EXACT_MILLIS ? millis : millis / 1000 * 1000;
            write("wait " + (millis < EXACT_MILLIS ? written + "ms" : written / 1000 + "s"));
            owed = owed.minusMillis(written);
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
            pauseUntil(since);
            write(terminal + "> " + varying.named(Escapes.text(placeholders.hide(line))));
        }

        void data(String bytes, Instant since) {
            pauseUntil(since);
            write(terminal + ">! " + Escapes.line(placeholders.hide(bytes)));
        }

        void line(String line, Duration silence) {
            String whole = Escapes.text(placeholders.hide(line));
            String text = varying.named(whole);
            // What has a name cannot be told in an expression.
            String pattern = Varying.isIn(text) ? varying.pattern(whole) : null;
            String sign = pattern == null ? "<" : "</";
            String after = silence.isZero() ? " " : "~ " + (silence.toSeconds() + 1) + "s ";
            write(terminal + sign + after + (pattern == null ? text : pattern));
            begun = true;
        }

        void bytes(String bytes, Duration silence) {
            if (begun) {
                pause(silence);
            }
            write(terminal + "<! " + Escapes.line(placeholders.hide(bytes)));
            begun = true;
        }
    }
}
