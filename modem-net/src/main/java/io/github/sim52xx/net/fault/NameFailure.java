package io.github.sim52xx.net.fault;

import java.time.Duration;

/**
 * The name server knows no name, or does not answer at all; addresses work.
 *
 * @param silent true if it does not answer
 */
public record NameFailure(boolean silent) implements Fault {

    /** When mail gives up waiting for the name server: sooner than for its own. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);
}
