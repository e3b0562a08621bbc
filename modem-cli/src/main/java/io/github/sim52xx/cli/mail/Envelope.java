package io.github.sim52xx.cli.mail;

import java.util.List;

/**
 * Who sent a mail to whom, as the SMTP client said (RFC 5321 2.3.1); byte strings.
 *
 * @param sender without angle brackets; empty for the null reverse-path
 */
public record Envelope(String sender, List<String> recipients) {

    /** Of a mail that did not come by SMTP. */
    public static final Envelope NONE = new Envelope("", List.of());

    public Envelope {
        recipients = List.copyOf(recipients);
    }
}
