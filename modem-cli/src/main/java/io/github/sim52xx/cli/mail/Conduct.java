package io.github.sim52xx.cli.mail;

/** Decides at every verb whether the server behaves. Called by the threads of all sessions. */
@FunctionalInterface
public interface Conduct {

    /** Follows the protocols. */
    Conduct CORRECT = occasion -> Action.PROCEED;

    /** What to do on this occasion. */
    Action at(Occasion occasion);
}
