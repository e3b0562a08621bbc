package io.github.sim52xx.cli;

/** What was asked for did not work, in one line that names the way out. Exit code 1. */
final class FailedException extends RuntimeException {

    FailedException(String message) {
        super(message);
    }
}
