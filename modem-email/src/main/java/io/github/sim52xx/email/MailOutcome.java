package io.github.sim52xx.email;

import io.github.sim52xx.modem.ModemEvent;
import java.time.Duration;
import java.util.Locale;

/**
 * How a mail command ended, and why: for the console, never for the AT line.
 *
 * @param command {@code AT+SMTPSEND}
 * @param code what the AT line got: {@code +SMTP: SUCCESS}
 * @param success whether the command did what it is for
 * @param cause the server's reply and what it replied to, the timer, the missing parameter; control characters, which
 *     servers may send, are blanks here
 * @param took from the command to its outcome
 */
public record MailOutcome(String command, String code, boolean success, String cause, Duration took)
        implements ModemEvent {

    public MailOutcome {
        cause = cause.replaceAll("[\\p{Cntrl}\\x80-\\x9f]+", " ");
    }

    @Override
    public String describe() {
        return String.format(Locale.ROOT, "%s → %s: %s (%.2f s)", command, code, cause, took.toMillis() / 1000.0);
    }
}
