package io.github.sim52xx.cli.port;

import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Bytes that leave one after another at a given speed. They go in portions of a few milliseconds' worth, and never
 * earlier than a UART would have carried them; a timer that is late for one makes the next ones no later. Safe for use by
 * any thread.
 */
final class PacedQueue {

    private static final Duration PORTION = Duration.ofMillis(5);
    private static final int BITS_PER_BYTE = 10;

    private final Duration perByte;
    private final Time time;
    private final Consumer<byte[]> out;
    private final Runnable moved;
    private final Portions waiting = new Portions();
    private final ArrayDeque<Mark> marks = new ArrayDeque<>(1);
    /** So many bytes have ever been taken in, and so many have left. */
    private long added;

    private long gone;
    /** When the line has carried everything that it has taken so far. */
    private Instant busyUntil = Instant.MIN;

    /** When the first byte behind the portion that is under way has come. */
    private Instant arrived = Instant.MIN;

    private boolean scheduled;
    private long portion;

    /** What is to happen when so many bytes have left. */
    private record Mark(long at, Runnable task) {}

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
        if (waiting.size() <= portion) {
            arrived = time.now();
        }
        waiting.add(bytes);
        added += bytes.length;
        schedule();
    }

    /** Runs {@code task} when everything that has been added so far has left, ahead of what is added later. */
    void afterwards(Runnable task) {
        synchronized (this) {
            if (gone < added) {
                marks.add(new Mark(added, task));
                return;
            }
        }
        task.run();
    }

    synchronized void clear() {
        waiting.clear();
        marks.clear();
        gone = added;
    }

    private void schedule() {
        if (scheduled || waiting.size() == 0) {
            return;
        }
        scheduled = true;
        Instant start = busyUntil.isAfter(arrived) ? busyUntil : arrived;
        portion = Math.min(untilMark(), Math.max(1, PORTION.toNanos() / perByte.toNanos()));
        busyUntil = start.plus(perByte.multipliedBy(portion));
        Duration left = Duration.between(time.now(), busyUntil);
        time.after(left.isNegative() ? Duration.ZERO : left, this::move);
    }

    /** So many bytes wait that may go in one portion. */
    private long untilMark() {
        long taken = added - waiting.size();
        for (Mark mark : marks) {
            if (mark.at() > taken) {
                return mark.at() - taken;
            }
        }
        return waiting.size();
    }

    private void move() {
        byte[] bytes;
        synchronized (this) {
            bytes = waiting.take((int) portion);
            scheduled = false;
            portion = 0;
            schedule();
        }
        out.accept(bytes);
        moved.run();
        for (Runnable task = due(bytes.length); task != null; task = due(0)) {
            task.run();
        }
    }

    /** So many bytes more have left; what is to happen now, or null. */
    private synchronized Runnable due(int left) {
        gone += left;
        return marks.isEmpty() || marks.peek().at() > gone
                ? null
                : marks.remove().task();
    }
}
