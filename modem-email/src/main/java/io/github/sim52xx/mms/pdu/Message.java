package io.github.sim52xx.mms.pdu;

import java.time.Instant;
import java.util.List;

/**
 * A multimedia message. Immutable.
 *
 * @param sender empty if the modem itself is it
 * @param date null if it has not been sent
 * @param subject Unicode
 */
public record Message(
        String sender,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        Instant date,
        String subject,
        List<MessagePart> parts) {

    public Message {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        parts = List.copyOf(parts);
    }

    /** True if there is nothing that could be sent. */
    public boolean isEmpty() {
        return subject.isEmpty() && parts.isEmpty();
    }
}
