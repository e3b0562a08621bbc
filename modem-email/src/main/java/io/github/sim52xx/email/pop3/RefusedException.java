package io.github.sim52xx.email.pop3;

import java.io.IOException;

/** The server answered -ERR. The session goes on. */
final class RefusedException extends IOException {

    private final String verb;

    /** @param verb what was refused; empty for the greeting */
    RefusedException(String verb, String reply) {
        super((verb.isEmpty() ? "the connection" : verb) + " was answered \"" + reply + '"');
        this.verb = verb;
    }

    String verb() {
        return verb;
    }
}
