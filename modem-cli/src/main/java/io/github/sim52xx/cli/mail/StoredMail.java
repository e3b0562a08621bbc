package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A mail in the {@link Mailbox}. Immutable; its content can be read until it is removed. Thread-safe. */
public final class StoredMail {

    private final String id;
    private final Envelope envelope;
    private final Instant received;
    private final Content content;

    StoredMail(String id, Envelope envelope, Instant received, Content content) {
        this.id = id;
        this.envelope = envelope;
        this.received = received;
        this.content = content;
    }

    /** Never given to another mail; UIDL shows it. */
    public String id() {
        return id;
    }

    public Envelope envelope() {
        return envelope;
    }

    public Instant received() {
        return received;
    }

    /** The length in octets, line ends included, doubled dots not. */
    public long size() {
        return content.size();
    }

    /** The mail as it is kept: byte for byte as it came, the last line always ended. */
    public InputStream content() {
        return new ContentStream(content);
    }

    /** All of {@link #content}. */
    public byte[] bytes() throws IOException {
        try (InputStream in = content()) {
            return in.readAllBytes();
        }
    }

    Content data() {
        return content;
    }
}
