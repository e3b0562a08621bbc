package io.github.sim52xx.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What many tests come to. */
final class Verdict {

    private Verdict() {}

    /**
     * Sums up for the person and, if {@code junit} is not null, for a CI server.
     *
     * @return the exit code
     */
    static int on(List<? extends TestResult> results, String suite, Path junit, Console console) {
        if (junit != null) {
            JUnitReport.write(junit, suite, results);
        }
        long failed = results.stream().filter(result -> !result.passed()).count();
        Duration took = results.stream().map(TestResult::took).reduce(Duration.ZERO, Duration::plus);
        console.line(String.format(
                Locale.ROOT,
                "%d passed, %d failed, %.1f s",
                results.size() - failed,
                failed,
                took.toMillis() / 1000.0));
        return failed == 0 ? 0 : Complaints.FAILED;
    }
}
