package io.github.sim52xx.cli;

import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Time that runs by itself and can be moved on besides: a transcript's {@code wait 30s} is over at once. Thread-safe. */
final class BenchTime implements Time {

    private final Time host;
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private Duration skipped = Duration.ZERO;
    private long count;

    BenchTime(Time host) {
        this.host = host;
    }

    @Override
    public synchronized Instant now() {
        return host.now().plus(skipped);
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(now().plus(delay), count++, task);
        alarms.add(alarm);
        alarm.set();
        return alarm;
    }

    /** Moves on by {@code step}: runs, in order and on this thread, every timer that falls due on the way. */
    void skip(Duration step) {
        Instant end = now().plus(step);
        for (Alarm alarm = nextUntil(end); alarm != null; alarm = nextUntil(end)) {
            alarm.task.run();
        }
        synchronized (this) {
            moveTo(end);
            List<Alarm> later = new ArrayList<>(alarms);
            later.forEach(Alarm::set);
        }
    }

    private synchronized Alarm nextUntil(Instant end) {
        Alarm first = alarms.peek();
        if (first == null || first.due.isAfter(end)) {
            return null;
        }
        first.cancel();
        moveTo(first.due);
        return first;
    }

    private void moveTo(Instant moment) {
        Duration ahead = Duration.between(now(), moment);
        skipped = ahead.isNegative() ? skipped : skipped.plus(ahead);
    }

    /** A timer, and the one of the host that stands for it. */
    private final class Alarm implements Timer, Comparable<Alarm> {

        private final Instant due;
        private final long order;
        private final Runnable task;
        private Timer ofHost;

        Alarm(Instant due, long order, Runnable task) {
            this.due = due;
            this.order = order;
            this.task = task;
        }

        void set() {
            if (ofHost != null) {
                ofHost.cancel();
            }
            Duration left = Duration.between(now(), due);
            ofHost = host.after(left.isNegative() ? Duration.ZERO : left, this::ring);
        }

        @Override
        public void cancel() {
            synchronized (BenchTime.this) {
                alarms.remove(this);
                ofHost.cancel();
            }
        }

        private void ring() {
            synchronized (BenchTime.this) {
                if (!alarms.remove(this)) {
                    return;
                }
            }
            task.run();
        }

        @Override
        public int compareTo(Alarm other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
