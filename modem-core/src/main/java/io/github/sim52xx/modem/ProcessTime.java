package io.github.sim52xx.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The host's time as far as this process has had it: while the process is stopped, or gets no processor, no time passes.
 * For a modem and a DTE in one process, neither of which shall be late for the other because the machine is busy. A
 * daemon thread keeps it going, another one runs the timers; both stay for good. Thread-safe.
 */
public final class ProcessTime implements Time {

    private static final Duration BEAT = Duration.ofMillis(10);
    /** Of what lies between two beats no more than that has passed. */
    static final Duration MOST = Duration.ofMillis(50);

    private final Time host;
    private final LongSupplier nanos;
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long count;
    /** At the last beat it was {@link #base} here, and so much by the host's own count. */
    private long beat;

    private Instant base;

    public ProcessTime() {
        this(new SystemTime(), System::nanoTime);
        Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread thread = new Thread(task, "process-time");
                    thread.setDaemon(true);
                    return thread;
                })
                .scheduleWithFixedDelay(this::beat, BEAT.toNanos(), BEAT.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One that waits for {@link #beat}. */
    ProcessTime(Time host, LongSupplier nanos) {
        this.host = host;
        this.nanos = nanos;
        base = host.now();
        beat = nanos.getAsLong();
    }

    @Override
    public synchronized Instant now() {
        return at(nanos.getAsLong());
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(now().plus(delay), count++, task);
        alarms.add(alarm);
        alarm.set();
        return alarm;
    }

    /** The process is running. */
    synchronized void beat() {
        long present = nanos.getAsLong();
        base = at(present);
        beat = present;
    }

    private Instant at(long present) {
        return base.plusNanos(Math.min(present - beat, MOST.toNanos()));
    }

    /** The host's timer for {@code alarm} has run, maybe too early, and others may be late: they run in order. */
    private void ring(Alarm alarm) {
        try {
            for (Alarm due = nextDue(); due != null; due = nextDue()) {
                due.task.run();
            }
        } finally {
            synchronized (this) {
                if (alarms.contains(alarm)) {
                    alarm.set();
                }
            }
        }
    }

    private synchronized Alarm nextDue() {
        Alarm first = alarms.peek();
        return first == null || first.due.isAfter(now()) ? null : alarms.remove();
    }

    /** A timer, and the one of the host that stands for it. Used under the lock of its time. */
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
            Duration left = Duration.between(now(), due);
            ofHost = host.after(left.isNegative() ? Duration.ZERO : left, () -> ring(this));
        }

        @Override
        public void cancel() {
            synchronized (ProcessTime.this) {
                alarms.remove(this);
                ofHost.cancel();
            }
        }

        @Override
        public int compareTo(Alarm other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
