package io.github.sim52xx.email.smtp;

import io.github.sim52xx.email.MailAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who gets the mail: five of each kind (+SMTPRCPT). Confined to the modem's thread. */
public final class Recipients {

    /** The kinds in the order of +SMTPRCPT's numbers. */
    public enum Kind {
        TO,
        CC,
        BCC
    }

    public static final int PER_KIND = 5;

    private final MailAddress[][] addresses = new MailAddress[Kind.values().length][PER_KIND];

    /** @param address null clears */
    public void set(Kind kind, int index, MailAddress address) {
        addresses[kind.ordinal()][index] = address;
    }

    public void clear(Kind kind) {
        Arrays.fill(addresses[kind.ordinal()], null);
    }

    public void clear() {
        for (Kind kind : Kind.values()) {
            clear(kind);
        }
    }

    /** The one at {@code index}, or null. */
    public MailAddress get(Kind kind, int index) {
        return addresses[kind.ordinal()][index];
    }

    public List<MailAddress> all(Kind kind) {
        List<MailAddress> all = new ArrayList<>();
        for (MailAddress address : addresses[kind.ordinal()]) {
            if (address != null) {
                all.add(address);
            }
        }
        return all;
    }

    public boolean isEmpty() {
        return Arrays.stream(addresses).flatMap(Arrays::stream).allMatch(address -> address == null);
    }
}
