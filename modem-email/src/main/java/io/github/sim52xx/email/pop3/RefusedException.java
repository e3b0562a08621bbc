package io.github.sim52xx.email.pop3;

import java.io.IOException;

/** The server answered -ERR. The session goes on. */
final class RefusedException extends IOException {

    private final String verb;

    /**
     * @param verb what was refused; empty for the greeting
     * @param message tells that and the reply
     */
    RefusedException(String verb, String message) {
        super(message);
        this.verb = verb;
    }

    String verb() {
        return verb;
    }
}
