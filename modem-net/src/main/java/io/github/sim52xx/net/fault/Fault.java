package io.github.sim52xx.net.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** One thing that is wrong with the way between the modem and its peers. Immutable; each says what it changes. */
public sealed interface Fault permits Latency, Bandwidth, DropAfter, Refuse, Stall, Reset, NameFailure {

    /** How many of that many bytes go in one piece, at least one. */
    default int piece(int bytes) {
        return bytes;
    }

    /** How much longer than otherwise a piece is on its way, while others may be too. */
    default Duration transit(RandomGenerator chance) {
        return Duration.ZERO;
    }

    /** How long a piece of that many bytes keeps its direction busy. */
    default Duration pace(int bytes) {
        return Duration.ZERO;
    }

    /** True if nothing gets through while it lasts. */
    default boolean holds() {
        return false;
    }

    /** True if no connection comes about while it lasts. */
    default boolean refuses() {
        return false;
    }
}
