package io.github.sim52xx.cli.mail;

import java.io.IOException;

/**
 * How much of a mail TOP shows: the header, the blank line, and some lines of the body (RFC 1939 7). A bare LF ends a
 * line as well, or a mail without any CR LF would be all header. Used once.
 */
final class TopLength {

    private static final int UNKNOWN = -1;

    private final int lines;
    private final byte[] chunk = new byte[8 * 1024];
    /** Nothing but a CR has come in this line. */
    private boolean blank = true;

    private boolean inBody;
    private int bodyLines;

    TopLength(int lines) {
        this.lines = lines;
    }

    long of(Content content) throws IOException {
        long position = 0;
        while (position < content.size()) {
            int count = content.read(position, chunk, 0, chunk.length);
            int end = endIn(count);
            if (end != UNKNOWN) {
                return position + end;
            }
            position += count;
        }
        return position;
    }

    private int endIn(int count) {
        for (int i = 0; i < count; i++) {
            if (chunk[i] == '\n') {
                bodyLines += inBody ? 1 : 0;
                inBody |= blank;
                if (inBody && bodyLines == lines) {
                    return i + 1;
                }
                blank = true;
            } else {
                blank &= chunk[i] == '\r';
            }
        }
        return UNKNOWN;
    }
}
