package io.github.sim52xx.email.smtp;

import java.io.IOException;

/** The server does not do what it was asked for; the mail is not sent. */
final class RefusedException extends IOException {

    private final SmtpOutcome outcome;

    RefusedException(SmtpOutcome outcome) {
        super(outcome.cause());
        this.outcome = outcome;
    }

    SmtpOutcome outcome() {
        return outcome;
    }
}
