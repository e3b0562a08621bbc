package io.github.sim52xx.it.transcripts;

import io.github.sim52xx.modem.ProcessTime;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;

/**
 * A player's time, slower than the modem's: a busy machine has longer to answer, and what should not come has longer to
 * come.
 */
public final class Unhurried implements Time {

    public static final Time TIME = new Unhurried();

    private static final int SLOWNESS = 4;

    private final Time real = new ProcessTime();
    private final Instant start = real.now();

    private Unhurried() {}

    @Override
    public Instant now() {
        return start.plus(Duration.between(start, real.now()).dividedBy(SLOWNESS));
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return real.after(delay.multipliedBy(SLOWNESS), task);
    }
}
