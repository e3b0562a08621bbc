package io.github.sim52xx.cli;

import java.time.Duration;
import java.util.List;

/** How one of many tests went. */
interface TestResult {

    String name();

    Duration took();

    boolean passed();

    /** What went wrong, in one line. */
    String summary();

    /** What went wrong, line by line. */
    List<String> describe();
}
