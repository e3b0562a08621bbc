package io.github.sim52xx.cli.scenario;

import io.github.sim52xx.cli.hostile.Range;
import io.github.sim52xx.cli.mail.Protocol;

/** The moment of an incident. Immutable; texts of the AT line are byte strings. */
sealed interface When {

    /** {@code AT+POP3GET}: a command line that begins so is about to be executed; capitals do not matter. */
    record Typed(String beginning) implements When {}

    /** {@code urc "+POP3: SUCCESS"}: an unsolicited result code that begins so. */
    record Reported(String beginning) implements When {}

    /**
     * {@code smtp AUTH}: the built-in server has been asked that and has not answered.
     *
     * @param verb as in {@link io.github.sim52xx.cli.mail.Occasion}
     */
    record Asked(Protocol protocol, String verb) implements When {}

    /** {@code after 4096 bytes of smtp DATA}: so many have passed, of what that verb is about. */
    record Passed(Protocol protocol, String verb, long bytes) implements When {}

    /**
     * {@code after 4096 bytes of tcp}: so many have passed on one of the modem's own sockets, both ways together.
     *
     * @param service {@code TCP}, {@code UDP}
     */
    record Exchanged(String service, long bytes) implements When {}

    /** {@code at: +30s}: so many milliseconds of modem time after the beginning. */
    record At(Range millis) implements When {}
}
