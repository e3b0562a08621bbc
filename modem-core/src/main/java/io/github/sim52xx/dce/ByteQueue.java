package io.github.sim52xx.dce;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A growing run of bytes that gives its memory back when it is emptied. Not thread-safe. */
final class ByteQueue {

    private static final byte[] NONE = {};
    private static final int KEPT = 512;

    private byte[] bytes = NONE;
    private int size;

    int size() {
        return size;
    }

    void add(byte b) {
        reserve(1);
        bytes[size++] = b;
    }

    void add(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void add(byte[] source) {
        add(source, 0, source.length);
    }

    void add(ByteBuffer source) {
        int length = source.remaining();
        reserve(length);
        source.get(bytes, size, length);
        size += length;
    }

    /** Adds characters 0 to 255 as bytes. */
    @SuppressWarnings(
            "deprecation") // The deprecated getBytes is the one that takes a Latin-1 string as it is, without a copy.
    void add(String latin1) {
        int length = latin1.length();
        reserve(length);
        latin1.getBytes(0, length, bytes, size);
        size += length;
    }

    /** Removes and returns everything. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        if (bytes.length > KEPT) {
            bytes = NONE;
        }
        return taken;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.max(64, size + more), bytes.length * 2));
        }
    }
}
