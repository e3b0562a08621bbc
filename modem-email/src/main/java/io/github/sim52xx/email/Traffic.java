package io.github.sim52xx.email;

import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.ModemSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Watches the bytes of one mail session: keeps the reply timer going and tells the console how far a long transfer has
 * got. Used by the thread that the session runs on.
 */
public final class Traffic implements ModemSocket.Activity {

    private static final Duration REPORT_PERIOD = Duration.ofSeconds(1);
    /** The longest reply of RFC 5321 and RFC 1939. */
    private static final int LINE = 512;

    private final ReplyTimer timer;
    private final Time time;
    private final Consumer<ModemEvent> events;
    private final boolean linesCount;
    private String what;
    private long expected;
    private long done;
    private Instant nextReport;
    private int sinceLineEnd;

    /**
     * @param linesCount whether a line is a reaction, as it is among those of a mail; in SMTP a reply is one only when it
     *     is complete, which shows in what the modem sends then
     */
    public Traffic(ReplyTimer timer, Time time, Consumer<ModemEvent> events, boolean linesCount) {
        this.timer = timer;
        this.time = time;
        this.events = events;
        this.linesCount = linesCount;
    }

    /** A transfer of about {@code bytes} begins. */
    public void begin(String description, long bytes) {
        what = description;
        expected = bytes;
        done = 0;
        nextReport = time.now().plus(REPORT_PERIOD);
    }

    /** The transfer is over. */
    public void end() {
        what = null;
    }

    @Override
    public void sent(int length) {
        timer.restart();
        progress(length);
    }

    @Override
    public void received(byte[] bytes, int offset, int length) {
        // A server that drips one byte now and then does not react; with a line, or as much as one has, it does.
        sinceLineEnd += length;
        if (linesCount && (sinceLineEnd >= LINE || holdsLineEnd(bytes, offset, length))) {
            sinceLineEnd = 0;
            timer.restart();
        }
        progress(length);
    }

    private static boolean holdsLineEnd(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private void progress(int length) {
        if (what == null) {
            return;
        }
        done += length;
        Instant now = time.now();
        if (now.isAfter(nextReport)) {
            nextReport = now.plus(REPORT_PERIOD);
            events.accept(new Progress(what, done, expected));
        }
    }

    /**
     * How far a transfer has got.
     *
     * @param done bytes so far
     * @param expected bytes in all, about
     */
    public record Progress(String what, long done, long expected) implements ModemEvent {
        @Override
        public String describe() {
            return String.format(Locale.ROOT, "%s: %.1f of %.1f MB", what, done / 1e6, expected / 1e6);
        }
    }
}
