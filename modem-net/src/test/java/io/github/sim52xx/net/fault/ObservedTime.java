package io.github.sim52xx.net.fault;

import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Manual time that knows when another thread has begun to wait. */
public final class ObservedTime implements Time {

    private static final int PATIENCE_SECONDS = 60;

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final BlockingQueue<Duration> begun = new LinkedBlockingQueue<>();

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Timer timer = time.after(delay, task);
        begun.add(delay);
        return timer;
    }

    public void advance(Duration step) {
        time.advance(step);
    }

    /** Waits for the next timer to begin, and returns how long it is. */
    public Duration awaitTimer() throws InterruptedException {
        Duration delay = begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (delay == null) {
            throw new AssertionError("no timer has begun");
        }
        return delay;
    }

    /** Waits for the next timer to begin, lets its time pass, and returns it. */
    public Duration pass() throws InterruptedException {
        Duration delay = awaitTimer();
        advance(delay);
        return delay;
    }
}
