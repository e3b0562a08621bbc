package io.github.sim52xx.email.mime;

import java.util.Arrays;

/** A line, with or without its line end: grows up to a limit, beyond which bytes are dropped. Not thread-safe. */
final class LineBuffer {

    private final int limit;
    private byte[] bytes = new byte[128];
    private int length;

    LineBuffer(int limit) {
        this.limit = limit;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** The length without the line end, which is CRLF, LF or missing. */
    int content() {
        int content = length;
        if (content > 0 && bytes[content - 1] == '\n') {
            content--;
            if (content > 0 && bytes[content - 1] == '\r') {
                content--;
            }
        }
        return content;
    }

    void add(byte[] source, int offset, int count) {
        int added = Math.min(count, limit - length);
        if (length + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(length + added, 2 * bytes.length)));
        }
        System.arraycopy(source, offset, bytes, length, added);
        length += added;
    }

    void clear() {
        length = 0;
    }

    boolean begins(byte[] prefix) {
        return length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** Removes the first bytes. */
    void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Where the first line ends: behind an LF or at {@code end}. */
    static int behindLine(byte[] source, int from, int end) {
        int i = from;
        while (i < end) {
            if (source[i++] == '\n') {
                return i;
            }
        }
        return end;
    }
}
