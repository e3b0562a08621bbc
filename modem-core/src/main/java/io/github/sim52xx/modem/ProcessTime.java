package io.github.sim52xx.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The host's time as far as this process has had it: while the process is stopped, or gets no processor, no time passes.
 * For a modem and a DTE in one process, neither of which shall be late for the other because the machine is busy. A
 * daemon thread keeps it going, another one runs the timers; both stay for good. Thread-safe.
 */
public final class ProcessTime extends DrivenTime {

    private static final Duration BEAT = Duration.ofMillis(10);
    /** Of what lies between two beats no more than that has passed. */
    static final Duration MOST = Duration.ofMillis(50);

    private final LongSupplier nanos;
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
        super(host);
        this.nanos = nanos;
        base = host.now();
        beat = nanos.getAsLong();
    }

    @Override
    public synchronized Instant now() {
        return at(nanos.getAsLong());
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

    /** It may have run too early, and others may be late: they run in order. */
    @Override
    void ring(Alarm alarm) {
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
}
