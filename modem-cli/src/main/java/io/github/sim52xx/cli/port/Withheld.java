package io.github.sim52xx.cli.port;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Output that a client does not want now. It counts as backlog, so the modem stops when there is too much of it. Safe
 * for use by any thread.
 */
final class Withheld {

    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>(0);
    private long size;
    private boolean on;

    /** Bytes that wait. */
    synchronized long size() {
        return size;
    }

    synchronized void begin() {
        on = true;
    }

    /** True if {@code bytes} have to wait. */
    synchronized boolean keeps(byte[] bytes) {
        if (on) {
            waiting.add(bytes);
            size += bytes.length;
        }
        return on;
    }

    /** Lets go what waits, and all that comes later. */
    synchronized void end(Consumer<byte[]> out) {
        on = false;
        size = 0;
        while (!waiting.isEmpty()) {
            out.accept(waiting.remove());
        }
    }

    /** Drops what waits. */
    synchronized void purge() {
        waiting.clear();
        size = 0;
    }
}
