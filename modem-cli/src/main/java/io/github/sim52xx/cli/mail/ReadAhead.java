package io.github.sim52xx.cli.mail;

import io.github.sim52xx.modem.Workers;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/**
 * Sees the peer go while a session holds still: reads on, on another thread, and keeps what comes for later. A peer that
 * sends more than there is room for meets a full window, as with any server that does not read; its going is noticed
 * when the session goes on. Used by the session's thread.
 */
final class ReadAhead {

    private static final int ROOM = 16 * 1024;
    private static final int END = -1;

    private final InputStream in;
    private byte[] bytes;
    private int start;
    private int end;
    private CompletableFuture<Integer> pending;
    private volatile boolean watching;

    ReadAhead(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for {@code done}.
     *
     * @param waiting called when the waiting has begun
     * @throws EOFException if the peer goes before that
     */
    void until(CompletableFuture<Object> done, Runnable waiting) throws EOFException {
        watch();
        waiting.run();
        while (!done.isDone()) {
            if (pending == null) {
                done.join();
            } else {
                CompletableFuture.anyOf(done, pending).join();
                if (pending.isDone()) {
                    settle();
                    watch();
                }
            }
        }
        watching = false;
    }

    /** True while a session holds still and its peer cannot go unseen; for any thread. */
    boolean isWatching() {
        return watching;
    }

    /** Moves what has been kept, if anything, and returns its length; waits for a read that is under way. */
    int take(byte[] into, int offset, int length) throws EOFException {
        if (start == end && pending != null) {
            settle();
        }
        int count = Math.min(length, end - start);
        if (count > 0) {
            System.arraycopy(bytes, start, into, offset, count);
            start += count;
        }
        return count;
    }

    /** Reads on, if there is room for what may come. */
    private void watch() {
        if (pending == null && hasRoom()) {
            int offset = end;
            pending = CompletableFuture.supplyAsync(() -> read(offset), Workers.shared());
        }
        watching = pending != null;
    }

    private boolean hasRoom() {
        if (bytes == null) {
            bytes = new byte[ROOM];
        }
        if (start == end) {
            start = 0;
            end = 0;
        }
        return end < bytes.length;
    }

    private int read(int offset) {
        try {
            return in.read(bytes, offset, bytes.length - offset);
        } catch (IOException e) {
            return END;
        }
    }

    private void settle() throws EOFException {
        int count = pending.join();
        pending = null;
        if (count == END) {
            throw new EOFException("the peer has gone");
        }
        end += count;
    }
}
