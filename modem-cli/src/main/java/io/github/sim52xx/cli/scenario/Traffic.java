package io.github.sim52xx.cli.scenario;

import io.github.sim52xx.cli.mail.Protocol;
import java.util.Locale;

/**
 * Counts on one mail connection the bytes that a verb is about: those of the mail behind DATA, those of the answer to
 * anything else. Not thread-safe.
 */
final class Traffic {

    /** No verb is longer. */
    private static final int MOST = 16;

    private final Protocol protocol;
    private final StringBuilder line = new StringBuilder();
    private String verb = "";
    private long count;

    Traffic(Protocol protocol) {
        this.protocol = protocol;
    }

    String verb() {
        return verb;
    }

    /** Bytes since the verb. */
    long count() {
        return count;
    }

    boolean isOf(Protocol other) {
        return protocol == other;
    }

    /** True if the bytes of a direction are those that count. */
    boolean counts(boolean outgoing) {
        return outgoing == verb.equals("DATA");
    }

    /** @param outgoing true if the modem sends */
    void pass(boolean outgoing, byte[] bytes, int offset, int length) {
        boolean mail = verb.equals("DATA");
        if (!outgoing) {
            count += mail ? 0 : length;
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            char c = (char) (bytes[i] & 0xff);
            count += verb.equals("DATA") ? 1 : 0;
            if (c == '\n') {
                end(line.toString().strip());
                line.setLength(0);
            } else if (line.length() < MOST) {
                line.append(c);
            }
        }
    }

    private void end(String said) {
        if (verb.equals("DATA") && !said.equals(".")) {
            return;
        }
        verb = said.split(" ")[0].toUpperCase(Locale.ROOT);
        count = 0;
    }
}
