package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Difference;
import io.github.sim52xx.cli.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a transcript went.
 *
 * @param difference the first one, or null
 * @param trouble why it could not be played to its end, or null
 */
record CheckResult(Transcript transcript, Duration took, Difference difference, String trouble) implements TestResult {

    @Override
    public String name() {
        return transcript.name();
    }

    @Override
    public boolean passed() {
        return difference == null && trouble == null;
    }

    @Override
    public String summary() {
        return difference != null ? difference.summary() : trouble;
    }

    @Override
    public List<String> describe() {
        return difference != null ? difference.describe() : List.of(trouble);
    }

    String seconds() {
        return String.format(Locale.ROOT, "%.2f", took.toMillis() / 1000.0);
    }
}
