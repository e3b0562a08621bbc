package io.github.sim52xx.modem;

import java.time.Duration;
import java.time.Instant;

/** Where all time comes from: the host's in {@link SystemTime}, the tests' in {@link ManualTime}. Thread-safe. */
public interface Time {

    /** Now, in world time. Never runs backwards by more than the host's clock does. */
    Instant now();

    /** Runs {@code task} once after {@code delay}, on any thread. */
    Timer after(Duration delay, Runnable task);

    /** A task that has not run yet. */
    interface Timer {
        /** Does nothing if the task has run or is running. */
        void cancel();
    }
}
