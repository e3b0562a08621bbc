package io.github.sim52xx.mms;

import io.github.sim52xx.mms.pdu.InvalidPduException;
import io.github.sim52xx.modem.NonVolatile;
import java.util.Base64;

/**
 * The two places for messages that outlive power-off (manual 21.18). Nothing is ever overwritten. Confined to the
 * modem's thread.
 */
public final class Mailbox {

    /** How many messages it holds. */
    public static final int SLOTS = 2;

    private static final String KEY = "mms.";

    private final NonVolatile memory;

    Mailbox(NonVolatile memory) {
        this.memory = memory;
    }

    /** The message in a slot, or null. */
    public StoredMessage get(int slot) {
        String kept = memory.load(KEY + slot);
        if (kept == null || kept.isEmpty()) {
            return null;
        }
        try {
            StoredMessage.Kind kind = StoredMessage.Kind.values()[kept.charAt(0) - '0'];
            return StoredMessage.of(kind, Base64.getDecoder().decode(kept.substring(1)));
        } catch (InvalidPduException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Written by hand: what is no message is none.
            return null;
        }
    }

    /** The first free slot, or -1. */
    public int free() {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (get(slot) == null) {
                return slot;
            }
        }
        return -1;
    }

    /** How many messages there are. */
    public int count() {
        int count = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            count += get(slot) == null ? 0 : 1;
        }
        return count;
    }

    public void put(int slot, StoredMessage message) {
        memory.save(KEY + slot, message.kind().ordinal() + Base64.getEncoder().encodeToString(message.pdu()));
    }

    public void remove(int slot) {
        memory.save(KEY + slot, "");
    }
}
