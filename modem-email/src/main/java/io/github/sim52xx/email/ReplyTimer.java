package io.github.sim52xx.email;

import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;

/**
 * The timer of the application note: thirty seconds for each reaction of the server. It runs in modem time, starts
 * again with everything sent and, in POP3, every complete line received, and fires once. Safe for use by any thread.
 */
public final class ReplyTimer {

    /** How long a server may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Time time;
    private final Runnable expiry;
    private Instant deadline;
    private Time.Timer timer;
    private boolean expired;

    /** @param expiry runs when the server has not reacted in time, on any thread */
    public ReplyTimer(Time time, Runnable expiry) {
        this.time = time;
        this.expiry = expiry;
    }

    /** Begins, or begins again. Cheap: a running timer only learns of a later deadline. */
    public synchronized void restart() {
        deadline = time.now().plus(PATIENCE);
        if (timer == null && !expired) {
            timer = time.after(PATIENCE, this::check);
        }
    }

    public synchronized void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** True if it has fired. */
    public synchronized boolean hasExpired() {
        return expired;
    }

    private void check() {
        synchronized (this) {
            if (timer == null) {
                return;
            }
            Duration left = Duration.between(time.now(), deadline);
            if (!left.isNegative() && !left.isZero()) {
                timer = time.after(left, this::check);
                return;
            }
            timer = null;
            expired = true;
        }
        expiry.run();
    }
}
