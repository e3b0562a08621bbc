package io.github.sim52xx.fs.xmodem;

import java.io.IOException;

/** Why a file cannot be read or written, in words for the console. */
final class Reason {

    private Reason() {}

    static String of(IOException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.getMessage() : failure.getMessage() + ": " + cause.getMessage();
    }
}
