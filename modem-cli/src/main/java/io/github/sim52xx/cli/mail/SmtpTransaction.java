package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One mail on its way in: sender, recipients, content (RFC 5321 3.3). Methods that can be refused return the reply that
 * says so, or null. Confined to the session's thread.
 */
final class SmtpTransaction {

    private static final int MAX_RECIPIENTS = 100;
    private static final Set<String> BODIES = Set.of("7BIT", "8BITMIME");
    private static final String TOO_LARGE = "552 5.3.4 Mail exceeds the size limit";
    private static final String FULL = "452 4.3.1 Mailbox full";
    private static final String NO_STORAGE = "452 4.3.1 Insufficient system storage";

    private final Service service;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";
    private Draft draft;
    private String failure;

    SmtpTransaction(Service service) {
        this.service = service;
    }

    /** MAIL. */
    String begin(String argument) {
        SmtpPath path = SmtpPath.parse("FROM:", argument);
        if (path == null) {
            return "501 5.1.7 MAIL FROM:<address>";
        }
        String refusal = check(path.parameters());
        sender = path.address();
        return refusal;
    }

    /** RCPT. */
    String addRecipient(String argument) {
        SmtpPath path = SmtpPath.parse("TO:", argument);
        if (path == null || path.address().isEmpty()) {
            return "501 5.1.3 RCPT TO:<address>";
        }
        if (!path.parameters().isEmpty()) {
            return "555 5.5.4 Parameter not recognized";
        }
        if (recipients.size() == MAX_RECIPIENTS) {
            return "452 4.5.3 Too many recipients";
        }
        recipients.add(path.address());
        return null;
    }

    boolean hasRecipients() {
        return !recipients.isEmpty();
    }

    /** Reads the mail to its end, even one that cannot be kept. */
    void receive(Input input) throws IOException {
        failure = null;
        try {
            draft = new Draft(service.mailbox());
        } catch (MailboxFullException e) {
            failure = FULL;
        }
        new DotReader(input).readInto(this::keep);
        input.limit(Limit.none());
    }

    /** Puts the mail that has been received into the mailbox; the reply. */
    String store() {
        if (failure != null) {
            return failure;
        }
        try {
            StoredMail mail = service.mailbox().add(new Envelope(sender, recipients), draft);
            return "250 2.0.0 Kept as " + mail.id();
        } catch (IOException e) {
            return NO_STORAGE;
        }
    }

    /** Forgets everything. */
    void reset() {
        recipients.clear();
        discard();
    }

    private String check(Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String value = parameter.getValue();
            String refusal = switch (parameter.getKey()) {
                case "SIZE" -> checkSize(value);
                case "BODY" ->
                    BODIES.contains(value.toUpperCase(Locale.ROOT)) ? null : "501 5.5.4 BODY=7BIT or 8BITMIME";
                case "AUTH" -> null;
                default -> "555 5.5.4 Parameter not recognized";
            };
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private String checkSize(String value) {
        // RFC 1870 3 allows twenty digits, one more than a long holds.
        if (!value.matches("[0-9]{1,20}")) {
            return "501 5.5.4 SIZE=octets";
        }
        long size = value.length() > 18 ? Long.MAX_VALUE : Long.parseLong(value);
        if (size > service.sizeLimit()) {
            return TOO_LARGE;
        }
        return service.mailbox().hasRoom(size) ? null : FULL;
    }

    private void keep(byte[] bytes, int offset, int count) {
        if (failure != null) {
            return;
        }
        try {
            if (draft.size() + count > service.sizeLimit()) {
                failure = TOO_LARGE;
            } else {
                draft.write(bytes, offset, count);
            }
        } catch (MailboxFullException e) {
            failure = FULL;
        } catch (IOException e) {
            failure = NO_STORAGE;
        }
        if (failure != null) {
            discard();
        }
    }

    private void discard() {
        if (draft != null) {
            draft.close();
            draft = null;
        }
    }
}
