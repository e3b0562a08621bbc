package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The DTE at one terminal: sends, and takes what comes apart into lines, without empty ones and without the echo of
 * what it has sent. Used by one thread.
 */
final class Inbox {

    /** So many echoes may be outstanding; with the echo off none of them ever comes. */
    private static final int ECHOES = 256;

    /** A modem that floods its DTE is not listened to for longer than that. */
    private static final int CAPACITY = 16 << 20;

    private final Wire wire;
    private final Time time;
    private final StringBuilder came = new StringBuilder();
    private final Deque<String> echoes = new ArrayDeque<>();
    /** A line feed that comes now belongs to the line before. */
    private boolean afterReturn;

    private boolean closed;

    Inbox(Wire wire, Time time) {
        this.wire = wire;
        this.time = time;
    }

    void send(String bytes) throws IOException {
        // A line is executed, and answered, before what follows it is echoed.
        for (String line : bytes.split("(?<=\r)")) {
            String echo = echoOf(line);
            if (!echo.isEmpty()) {
                echoes.add(echo);
            }
        }
        while (echoes.size() > ECHOES) {
            echoes.remove();
        }
        wire.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next line, without its end; null if none is complete within {@code patience}. */
    String line(Duration patience) throws IOException {
        Instant deadline = time.now().plus(patience);
        do {
            skip();
            int end = lineEnd();
            if (end >= 0 && !mayBecomeEcho()) {
                String line = came.substring(0, end);
                afterReturn = came.charAt(end) == '\r';
                came.delete(0, end + 1);
                return line;
            }
        } while (fill(deadline));
        return null;
    }

    /** Takes exactly these bytes away, echo and line ends included. False if others come, or none in time. */
    boolean bytes(String expected, Duration patience) throws IOException {
        Instant deadline = time.now().plus(patience);
        echoes.clear();
        do {
            skipLineFeed();
            int common = Math.min(came.length(), expected.length());
            if (!expected.startsWith(came.substring(0, common))) {
                return false;
            }
            if (common == expected.length()) {
                came.delete(0, common);
                return true;
            }
        } while (fill(deadline));
        return false;
    }

    /** Everything that has come and comes for a moment, but for empty lines and echoes; a byte string. */
    String rest(Duration moment) throws IOException {
        gather(moment);
        skip();
        return came.toString();
    }

    /** As {@link #rest}, with empty lines and echoes. */
    String everything(Duration moment) throws IOException {
        gather(moment);
        return came.toString();
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

    private boolean fill(Instant deadline) throws IOException {
        Duration left = Duration.between(time.now(), deadline);
        if (closed || came.length() > CAPACITY || left.isNegative() || left.isZero()) {
            return false;
        }
        byte[] bytes = wire.receive(left);
        if (bytes == null) {
            closed = true;
            return false;
        }
        came.append(new String(bytes, StandardCharsets.ISO_8859_1));
        return true;
    }

    private void skip() {
        do {
            skipLineFeed();
            int start = 0;
            while (start < came.length() && isLineEnd(came.charAt(start))) {
                start++;
            }
            came.delete(0, start);
        } while (skipEcho());
    }

    private void skipLineFeed() {
        if (afterReturn && came.length() > 0) {
            afterReturn = false;
            if (came.charAt(0) == '\n') {
                came.deleteCharAt(0);
            }
        }
    }

    private boolean skipEcho() {
        for (String echo : echoes) {
            if (came.length() >= echo.length()
                    && came.substring(0, echo.length()).equals(echo)) {
                came.delete(0, echo.length());
                // What was sent before had no echo.
                String passed;
                do {
                    passed = echoes.remove();
                } while (!passed.equals(echo));
                return true;
            }
        }
        return false;
    }

    private boolean mayBecomeEcho() {
        return echoes.stream().anyMatch(echo -> echo.startsWith(came.toString()));
    }

    private int lineEnd() {
        for (int i = 0; i < came.length(); i++) {
            if (isLineEnd(came.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }

    /** Ctrl-Z and ESC end a text and are no part of it; line ends in front are empty lines. */
    private static String echoOf(String bytes) {
        int start = 0;
        while (start < bytes.length() && isLineEnd(bytes.charAt(start))) {
            start++;
        }
        int end = bytes.length();
        while (end > start && (bytes.charAt(end - 1) == 0x1a || bytes.charAt(end - 1) == 0x1b)) {
            end--;
        }
        return bytes.substring(start, end);
    }
}
