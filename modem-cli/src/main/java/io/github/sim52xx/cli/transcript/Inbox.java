package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The DTE at one terminal: sends, and waits for what comes. Used by one thread. */
final class Inbox {

    /** A modem that floods its DTE is not listened to for longer than that. */
    private static final int CAPACITY = 16 << 20;

    private final Wire wire;
    private final Time time;
    private Incoming came = new Incoming();
    private boolean closed;

    Inbox(Wire wire, Time time) {
        this.wire = wire;
        this.time = time;
    }

    void send(String bytes) throws IOException {
        came.sent(bytes);
        wire.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next line, without its end; null if none is complete within {@code patience}. */
    String line(Duration patience) throws IOException {
        Instant deadline = time.now().plus(patience);
        do {
            String line = came.line();
            if (line != null) {
                return line;
            }
        } while (fill(deadline));
        return null;
    }

    /** Takes exactly these bytes away, echo and line ends included. False if others come, or none in time. */
    boolean bytes(String expected, Duration patience) throws IOException {
        Instant deadline = time.now().plus(patience);
        Incoming.Match match;
        do {
            match = came.take(expected);
        } while (match == Incoming.Match.BEGUN && fill(deadline));
        return match == Incoming.Match.WHOLE;
    }

    /** Everything that has come and comes for a moment, but for empty lines and echoes; a byte string. */
    String rest(Duration moment) throws IOException {
        gather(moment);
        return came.rest();
    }

    /** As {@link #rest}, with empty lines and echoes. */
    String everything(Duration moment) throws IOException {
        gather(moment);
        return came.everything();
    }

    /** Collects what comes. */
    void gather(Duration patience) throws IOException {
        Instant deadline = time.now().plus(patience);
        boolean more;
        do {
            more = fill(deadline);
        } while (more);
    }

    /** True if the other end has closed. */
    boolean isClosed() {
        return closed;
    }

    /** Hangs up, and takes the line up again; what has come until then does not count. */
    void hangUp() throws IOException {
        wire.hangUp();
        came = new Incoming();
        closed = false;
    }

    /** True if the other end closes in time, whatever comes before. */
    boolean ends(Duration patience) throws IOException {
        gather(patience);
        return closed;
    }

    /** Breaks the connection off. */
    void reset() throws IOException {
        wire.reset();
    }

    /** Hangs up for good. */
    void close() throws IOException {
        wire.close();
    }

    private boolean fill(Instant deadline) throws IOException {
        Duration left = Duration.between(time.now(), deadline);
        if (closed || came.size() > CAPACITY || left.isNegative() || left.isZero()) {
            return false;
        }
        byte[] bytes = wire.receive(left);
        if (bytes == null) {
            closed = true;
            return false;
        }
        came.add(bytes);
        return true;
    }
}
