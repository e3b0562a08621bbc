package io.github.sim52xx.cli.hostile;

/** A script cannot be understood; the message names file, key and what was expected there. */
public final class ScriptSyntaxException extends RuntimeException {

    ScriptSyntaxException(String where, String message) {
        super(where + ": " + message);
    }
}
