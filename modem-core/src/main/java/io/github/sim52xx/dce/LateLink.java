package io.github.sim52xx.dce;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * The way to a DTE past a {@link Malfunction}: what is sent leaves at once, late, or never. What is late counts as
 * backlog, so that a DTE that sends on is held. Confined to the modem's thread.
 */
final class LateLink {

    private final DteLink link;
    private final Malfunction malfunction;
    private final DceHost<?> host;
    /** Null while nothing has ever been late. */
    private ArrayDeque<byte[]> late;

    private long lateBytes;
    private Runnable drained;
    private boolean closing;
    /** Counts what has been dropped: a timer that was set before has nothing to send. */
    private int generation;

    LateLink(DteLink link, DceHost<?> host) {
        this.link = link;
        this.host = host;
        this.malfunction = host.malfunction();
    }

    void send(byte[] bytes) {
        if (malfunction.mute()) {
            return;
        }
        Duration delay = malfunction.delay();
        if (delay.isZero() && lateBytes == 0) {
            link.send(bytes);
        } else {
            delay(bytes, delay);
        }
    }

    long backlog() {
        return lateBytes + link.backlog();
    }

    void whenDrained(Runnable task) {
        if (lateBytes == 0) {
            link.whenDrained(task);
        } else {
            drained = task;
        }
    }

    void holdInput(boolean hold) {
        link.holdInput(hold);
    }

    boolean isOpen() {
        return link.isOpen();
    }

    /** Sends what is late in its time, then closes. */
    void close() {
        closing = true;
        closeIfDone();
    }

    /** The modem has gone off: what is late never leaves. */
    void drop() {
        generation++;
        if (lateBytes > 0) {
            late.clear();
            lateBytes = 0;
            drain();
        }
    }

    private void delay(byte[] bytes, Duration delay) {
        if (late == null) {
            late = new ArrayDeque<>();
        }
        late.add(bytes);
        lateBytes += bytes.length;
        int begun = generation;
        host.after(delay, () -> {
            if (begun == generation) {
                sendUntil(bytes);
            }
        });
    }

    /** Bytes that were sent before others leave before them, however late they should be. */
    private void sendUntil(byte[] last) {
        if (!late.contains(last)) {
            return;
        }
        byte[] next;
        do {
            next = late.remove();
            lateBytes -= next.length;
            link.send(next);
        } while (next != last);
        if (lateBytes == 0) {
            drain();
        }
    }

    private void drain() {
        if (drained != null) {
            Runnable task = drained;
            drained = null;
            link.whenDrained(task);
        }
        closeIfDone();
    }

    private void closeIfDone() {
        if (closing && lateBytes == 0) {
            link.close();
        }
    }
}
