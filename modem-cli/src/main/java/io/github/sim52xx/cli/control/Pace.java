package io.github.sim52xx.cli.control;

import java.time.Duration;

/**
 * How long event streams wait, in the time of the host.
 *
 * @param heartbeat after so much silence a listener is told that the stream is still there
 * @param farewell so long have all together to say goodbye
 */
record Pace(Duration heartbeat, Duration farewell) {

    /** A program that ends is not kept waiting, and no proxy on the way gives up. */
    static final Pace USUAL = new Pace(Duration.ofSeconds(15), Duration.ofMillis(500));
}
