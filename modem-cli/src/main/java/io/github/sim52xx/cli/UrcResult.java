package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.Expectation;
import io.github.sim52xx.cli.hostile.MailScript;
import java.time.Duration;
import java.util.List;

/**
 * What a modem made of a script.
 *
 * @param seen the code that came, or what came instead
 * @param took from the command to the code, in the modem's time
 */
record UrcResult(MailScript script, String seen, Duration took) implements TestResult {

    @Override
    public String name() {
        return script.name();
    }

    @Override
    public boolean passed() {
        return seen.equals(script.expected().code());
    }

    @Override
    public String summary() {
        return "expected " + script.expected().code() + ", seen " + seen;
    }

    @Override
    public List<String> describe() {
        Expectation expected = script.expected();
        return List.of(
                "the server:  " + script.about(),
                "the command: " + expected.command(),
                "expected:    " + expected.code(),
                "seen:        " + seen);
    }
}
