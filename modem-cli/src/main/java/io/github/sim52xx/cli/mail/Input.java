package io.github.sim52xx.cli.mail;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the peer sends: lines, or runs of bytes for {@link DotReader}. Before it waits for more, what the session has to
 * say is sent: the replies to pipelined commands leave together (RFC 2920 3.2). Confined to the session's thread.
 */
final class Input {

    /** The longest line without its end; enough for the longest response of AUTH. */
    static final int MAX_LINE = 2048;

    private final Link link;
    private final Output output;
    private final byte[] buffer = new byte[64 * 1024];
    private Limit limit = Limit.none();
    private int start;
    private int end;

    Input(Link link, Output output) {
        this.link = link;
        this.output = output;
    }

    /** The next line, without CR LF or a bare LF; null for one that was too long, whose bytes are gone. */
    String line() throws IOException {
        boolean tooLong = false;
        int at = start;
        for (; ; ) {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong |= at - start > MAX_LINE + 1;
            if (at < end) {
                break;
            }
            if (tooLong) {
                start = end;
            }
            int scanned = at - start;
            fill();
            at = start + scanned;
        }
        int length = at > start && buffer[at - 1] == '\r' ? at - 1 - start : at - start;
        String line =
                tooLong || length > MAX_LINE ? null : new String(buffer, start, length, StandardCharsets.ISO_8859_1);
        start = at + 1;
        return line;
    }

    /** Where the bytes are that have come; valid until the next {@link #fill}. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The first {@code count} bytes are done with. */
    void consume(int count) {
        start += count;
    }

    /** From here on, bytes that have come already included, {@code disturbance} counts. */
    void limit(Limit disturbance) throws IOException {
        output.flush();
        limit = disturbance;
        int ahead = end - start;
        while (ahead > 0) {
            int count = limit.admit(ahead);
            limit.passed(count);
            ahead -= count;
        }
    }

    /** Waits for more bytes, of which there is then at least one. */
    void fill() throws IOException {
        output.flush();
        // Little: what is left is less than a line, or the few bytes that may be the end of a mail.
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int count = link.read(buffer, end, limit.admit(buffer.length - end));
        if (count < 0) {
            throw new EOFException("the peer has gone");
        }
        limit.passed(count);
        end += count;
    }
}
