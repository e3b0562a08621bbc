package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What the peer is sent. It leaves in one piece when {@link #flush} is called or the buffer is full, unless the current
 * exchange has been told to mute, cut, hold or drip it. Confined to the session's thread.
 */
final class Output {

    private static final int WHOLE = Integer.MAX_VALUE;

    private final Link link;
    private final byte[] buffer = new byte[64 * 1024];
    private int length;
    private Limit limit = Limit.none();
    private int piece = WHOLE;
    private Duration pause = Duration.ZERO;
    private boolean muted;
    private boolean disturbed;

    Output(Link link) {
        this.link = link;
    }

    boolean isMuted() {
        return muted;
    }

    /** Adds a line, a byte string, and its end. */
    void line(String text) throws IOException {
        byte[] bytes = (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        write(bytes, 0, bytes.length);
    }

    void write(byte[] bytes, int offset, int count) throws IOException {
        if (muted) {
            return;
        }
        int done = 0;
        while (done < count) {
            if (length == buffer.length) {
                flush();
            }
            int part = Math.min(count - done, buffer.length - length);
            System.arraycopy(bytes, offset + done, buffer, length, part);
            length += part;
            done += part;
        }
    }

    /** What follows is the payload of the reply. */
    void payload() {
        limit.startAfter(length);
    }

    void flush() throws IOException {
        int sent = 0;
        while (sent < length) {
            int part = limit.admit(Math.min(piece, length - sent));
            link.write(buffer, sent, part);
            limit.passed(part);
            sent += part;
            if (piece != WHOLE && sent < length) {
                link.pause(pause);
            }
        }
        length = 0;
    }

    void mute() {
        muted = true;
    }

    void drip(int bytes, Duration between) {
        piece = bytes;
        pause = between;
        disturbed = true;
    }

    void limit(Limit disturbance) {
        limit = disturbance;
        disturbed = true;
    }

    /** The exchange is over: what it added leaves as it was told to, what follows leaves whole again. */
    void restore() throws IOException {
        if (disturbed) {
            flush();
            limit.check();
            limit = Limit.none();
            piece = WHOLE;
            disturbed = false;
        }
        muted = false;
    }
}
