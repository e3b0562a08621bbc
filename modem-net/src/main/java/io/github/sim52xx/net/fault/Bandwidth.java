package io.github.sim52xx.net.fault;

import java.time.Duration;

/** Each direction of each connection carries so many bytes a second, in ten pieces. */
public record Bandwidth(long bytesPerSecond) implements Fault {

    private static final int PIECES = 10;

    public Bandwidth {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("less than a byte a second: " + bytesPerSecond);
        }
    }

    @Override
    public int piece(int bytes) {
        return (int) Math.min(bytes, Math.max(1, bytesPerSecond / PIECES));
    }

    @Override
    public Duration pace(int bytes) {
        return Duration.ofNanos(Math.round(bytes * 1e9 / bytesPerSecond));
    }
}
