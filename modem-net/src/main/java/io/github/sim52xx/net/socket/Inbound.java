package io.github.sim52xx.net.socket;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Received bytes that wait for their reader. Gives its memory back when it is emptied. Safe for use by any thread. */
final class Inbound {

    private static final byte[] NONE = {};
    private static final int KEPT = 4096;

    private byte[] bytes = NONE;
    private int start;
    private int end;
    private boolean announced;
    private boolean complete;
    /** So many of the last bytes have not been {@linkplain #news seen}. */
    private int unseen;

    /**
     * Adds bytes, unless it is {@link #complete}; true if the reader has to be told, which it has not been since it last
     * looked.
     */
    synchronized boolean put(ByteBuffer source) {
        if (complete) {
            return false;
        }
        int length = source.remaining();
        reserve(length);
        source.get(bytes, end, length);
        end += length;
        unseen = Math.min(unseen + length, size());
        boolean news = !announced;
        announced = true;
        return news;
    }

    synchronized int size() {
        return end - start;
    }

    /** What comes from now on is dropped. */
    synchronized void complete() {
        complete = true;
    }

    /** The reader is about to look. */
    synchronized void looked() {
        announced = false;
    }

    /** Those that have come since that was asked last; they stay. Who wants to know asks before anything is taken. */
    synchronized byte[] news() {
        byte[] news = Arrays.copyOfRange(bytes, end - Math.min(unseen, size()), end);
        unseen = 0;
        return news;
    }

    /** Removes and returns the first bytes, at most {@code max}. */
    synchronized byte[] take(int max) {
        int length = Math.min(max, size());
        byte[] taken = Arrays.copyOfRange(bytes, start, start + length);
        start += length;
        if (start == end) {
            start = 0;
            end = 0;
            if (bytes.length > KEPT) {
                bytes = NONE;
            }
        }
        return taken;
    }

    private void reserve(int more) {
        if (end + more <= bytes.length) {
            return;
        }
        int size = size();
        byte[] room = size + more <= bytes.length ? bytes : new byte[Math.max(size + more, 2 * size)];
        System.arraycopy(bytes, start, room, 0, size);
        bytes = room;
        start = 0;
        end = size;
    }
}
