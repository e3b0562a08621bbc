package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A mail from its beginning to its end. Not thread-safe. */
final class ContentStream extends InputStream {

    private static final int END = -1;

    private final Content content;
    private long position;

    ContentStream(Content content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == END ? END : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (position == content.size()) {
            return END;
        }
        int count = content.read(position, into, offset, length);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, content.size() - position);
    }
}
