package io.github.sim52xx.cli;

/** The command line asks for something that cannot be, in one line. Exit code 2. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
