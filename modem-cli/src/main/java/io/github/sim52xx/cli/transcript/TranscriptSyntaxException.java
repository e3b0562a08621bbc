package io.github.sim52xx.cli.transcript;

/** A transcript cannot be understood; the message names file, line and what was expected there. */
public final class TranscriptSyntaxException extends RuntimeException {

    TranscriptSyntaxException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
