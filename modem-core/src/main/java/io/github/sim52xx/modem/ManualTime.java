package io.github.sim52xx.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/**
 * Time that stands still until it is told to move: thirty seconds pass in no time and to the millisecond. Timers run on
 * the thread that moves the time.
 */
public final class ManualTime implements Time {

    private record Entry(Instant due, long order, Runnable task) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry> timers = new PriorityQueue<>();
    private Instant now;
    private long count;

    public ManualTime(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Entry entry = new Entry(now.plus(delay), count++, task);
        timers.add(entry);
        return () -> {
            synchronized (this) {
                timers.remove(entry);
            }
        };
    }

    /** Moves on by {@code step} and runs, in order, every timer that falls due on the way. */
    public void advance(Duration step) {
        Instant end = now().plus(step);
        for (Entry entry = nextUntil(end); entry != null; entry = nextUntil(end)) {
            entry.task.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Entry nextUntil(Instant end) {
        Entry first = timers.peek();
        if (first == null || first.due.isAfter(end)) {
            return null;
        }
        now = first.due.isAfter(now) ? first.due : now;
        return timers.remove();
    }
}
