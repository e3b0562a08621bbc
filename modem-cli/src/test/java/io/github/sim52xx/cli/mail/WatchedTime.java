package io.github.sim52xx.cli.mail;

import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Manual time that a test can move when the server has begun to wait, and not before. */
final class WatchedTime implements Time {

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Timer timer = time.after(delay, task);
        waits.add(delay);
        return timer;
    }

    void advance(Duration step) {
        time.advance(step);
    }

    /** Waits until somebody has begun to wait for exactly so long, once for each time. */
    void awaitWait(Duration delay) throws InterruptedException {
        for (Duration wait = next(); !wait.equals(delay); wait = next()) {
            // Other timers do not matter.
        }
    }

    private Duration next() throws InterruptedException {
        Duration wait = waits.poll(60, TimeUnit.SECONDS);
        if (wait == null) {
            throw new AssertionError("nobody waits");
        }
        return wait;
    }
}
