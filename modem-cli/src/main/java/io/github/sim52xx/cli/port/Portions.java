package io.github.sim52xx.cli.port;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;

/** Bytes in the order in which they came, to be taken in other portions. Not thread-safe. */
final class Portions {

    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>(0);
    private int offset;
    private long size;

    long size() {
        return size;
    }

    void add(byte[] bytes) {
        if (bytes.length > 0) {
            waiting.add(bytes);
            size += bytes.length;
        }
    }

    /** The first {@code portion} bytes, or as many as there are. */
    byte[] take(int portion) {
        ByteArrayOutputStream taken = new ByteArrayOutputStream(portion);
        while (taken.size() < portion && !waiting.isEmpty()) {
            byte[] first = waiting.peek();
            int length = Math.min(portion - taken.size(), first.length - offset);
            taken.write(first, offset, length);
            offset += length;
            if (offset == first.length) {
                waiting.remove();
                offset = 0;
            }
        }
        size -= taken.size();
        return taken.toByteArray();
    }

    void clear() {
        waiting.clear();
        offset = 0;
        size = 0;
    }
}
