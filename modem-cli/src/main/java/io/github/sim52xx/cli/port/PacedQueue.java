package io.github.sim52xx.cli.port;

import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Bytes that leave one after another at a given speed. They go in portions of a few milliseconds' worth, and never
 * earlier than a UART would have carried them. Safe for use by any thread.
 */
final class PacedQueue {

    private static final Duration PORTION = Duration.ofMillis(5);
    private static final int BITS_PER_BYTE = 10;

    private final Duration perByte;
    private final Time time;
    private final Consumer<byte[]> out;
    private final Runnable moved;
    private final Portions waiting = new Portions();
    private final ArrayDeque<Runnable> whenEmpty = new ArrayDeque<>(1);
    /** When the line has carried everything that it has taken so far. */
    private Instant busyUntil = Instant.MIN;

    private boolean scheduled;

    /** @param moved called after some bytes have left */
    PacedQueue(int baud, Time time, Consumer<byte[]> out, Runnable moved) {
        this.perByte = Duration.ofNanos(1_000_000_000L * BITS_PER_BYTE / baud);
        this.time = time;
        this.out = out;
        this.moved = moved;
    }

    synchronized long size() {
        return waiting.size();
    }

    synchronized void add(byte[] bytes) {
        waiting.add(bytes);
        schedule();
    }

    /** Runs {@code task} when everything has left; at once if nothing waits. */
    void whenEmpty(Runnable task) {
        synchronized (this) {
            if (waiting.size() > 0) {
                whenEmpty.add(task);
                return;
            }
        }
        task.run();
    }

    synchronized void clear() {
        waiting.clear();
        whenEmpty.clear();
    }

    private void schedule() {
        if (scheduled || waiting.size() == 0) {
            return;
        }
        scheduled = true;
        Instant now = time.now();
        Instant start = busyUntil.isAfter(now) ? busyUntil : now;
        long portion = Math.min(waiting.size(), Math.max(1, PORTION.toNanos() / perByte.toNanos()));
        busyUntil = start.plus(perByte.multipliedBy(portion));
        time.after(Duration.between(now, busyUntil), () -> move(portion));
    }

    private void move(long portion) {
        byte[] bytes;
        Runnable empty = null;
        synchronized (this) {
            bytes = waiting.take((int) portion);
            scheduled = false;
            schedule();
            if (waiting.size() == 0) {
                empty = whenEmpty.poll();
            }
        }
        out.accept(bytes);
        moved.run();
        if (empty != null) {
            empty.run();
        }
    }
}
