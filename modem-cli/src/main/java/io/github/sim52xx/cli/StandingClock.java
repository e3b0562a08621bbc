package io.github.sim52xx.cli;

import io.github.sim52xx.modem.Time;
import java.time.Instant;
import java.time.InstantSource;

/** What makes a modem's clock run, until it is stopped. Thread-safe. */
final class StandingClock implements InstantSource {

    private final Time time;
    private volatile Instant stoppedAt;

    StandingClock(Time time) {
        this.time = time;
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped == null ? time.now() : stopped;
    }

    /** It stands still from now on. */
    void stop() {
        stoppedAt = instant();
    }
}
