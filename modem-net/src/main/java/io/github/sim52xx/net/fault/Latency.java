package io.github.sim52xx.net.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Every piece, one read's or one write's, takes longer by {@code delay}, more or less by up to {@code jitter}, and so does
 * making a connection.
 */
public record Latency(Duration delay, Duration jitter) implements Fault {

    public Latency {
        if (delay.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException("latency is negative: " + delay + ", " + jitter);
        }
    }

    @Override
    public Duration transit(RandomGenerator chance) {
        if (jitter.isZero()) {
            return delay;
        }
        Duration varied = delay.plusNanos(chance.nextLong(-jitter.toNanos(), jitter.toNanos() + 1));
        return varied.isNegative() ? Duration.ZERO : varied;
    }
}
