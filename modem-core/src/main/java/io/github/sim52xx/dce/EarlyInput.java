package io.github.sim52xx.dce;

import java.nio.ByteBuffer;

/**
 * What the DTE sends while a command is at work: it waits, in order. Some commands give up when that happens (V.250
 * 5.6.1). Confined to the modem's thread.
 */
final class EarlyInput {

    /** The DTE is held when that much waits. */
    private static final int HIGH_WATER = 64 * 1024;

    private final ByteQueue waiting = new ByteQueue();
    private Runnable abort;

    boolean isEmpty() {
        return waiting.size() == 0;
    }

    boolean isFull() {
        return waiting.size() > HIGH_WATER;
    }

    /** The command at work gives up by {@code work} when something is typed; null if it does not. */
    void abortsBy(Runnable work) {
        abort = work;
    }

    void keep(ByteBuffer bytes) {
        boolean typed = false;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            // The line feed behind the carriage return of the command itself aborts nothing.
            typed |= bytes.get(i) != '\r' && bytes.get(i) != '\n';
        }
        waiting.add(bytes);
        if (typed && abort != null) {
            Runnable work = abort;
            abort = null;
            work.run();
        }
    }

    /** Removes and returns everything. */
    ByteBuffer take() {
        return ByteBuffer.wrap(waiting.take());
    }

    void clear() {
        waiting.take();
        abort = null;
    }
}
