package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import java.time.Duration;
import java.util.Random;

/**
 * When a line of a script applies.
 *
 * @param verb as in {@link Occasion}, or {@link #EVERY}
 * @param nth 1 for the first time in a session; 0 for every time
 * @param nthEver the same since the server's start
 * @param after the age that the session must have reached
 * @param chance from 0, never, to 1, always
 */
record Trigger(Protocol protocol, String verb, int nth, int nthEver, Duration after, double chance) {

    /** Any verb. */
    static final String EVERY = "*";

    boolean matches(Occasion occasion, Random random) {
        return protocol == occasion.protocol()
                && (verb.equals(EVERY) || verb.equals(occasion.verb()))
                && (nth == 0 || nth == occasion.nth())
                && (nthEver == 0 || nthEver == occasion.nthEver())
                && occasion.age().compareTo(after) >= 0
                && (chance == 1 || random.nextDouble() < chance);
    }
}
