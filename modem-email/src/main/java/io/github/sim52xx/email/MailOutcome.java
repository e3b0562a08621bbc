package io.github.sim52xx.email;

import io.github.sim52xx.modem.ModemEvent;
import java.time.Duration;

/**
 * How a mail command ended, and why: for the console, never for the AT line.
 *
 * @param command {@code AT+SMTPSEND}
 * @param code what the AT line got: {@code +SMTP: SUCCESS}
 * @param cause the server's reply and what it replied to, the timer, the missing parameter
 * @param took from the command to its outcome
 */
public record MailOutcome(String command, String code, String cause, Duration took) implements ModemEvent {

    @Override
    public String describe() {
        return String.format("%s → %s: %s (%.2f s)", command, code, cause, took.toMillis() / 1000.0);
    }
}
