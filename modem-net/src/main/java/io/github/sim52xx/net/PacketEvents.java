package io.github.sim52xx.net;

import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reports of what happens to the packet domain, {@code +CGEV: NW DETACH}, as +CGEREP wants them (27.007 10.1.19). What
 * is kept is bounded: the oldest goes first. Confined to the modem's thread.
 */
public final class PacketEvents {

    private static final int MAX_KEPT = 16;

    private final Modem modem;
    private final Deque<String> kept = new ArrayDeque<>(0);

    PacketEvents(Modem modem) {
        this.modem = modem;
    }

    /** +CGEREP has been set: what has been kept is sent or forgotten. */
    public void modeChanged() {
        if (modem.settings().integer("+CGEREP", 0) == 0) {
            return;
        }
        if (modem.settings().integer("+CGEREP", 1) == 1) {
            kept.forEach(modem.terminals()::unsolicited);
        }
        kept.clear();
    }

    /** The modem has detached, or the network has detached it; its contexts are gone without a report of their own. */
    void detached(boolean byNetwork) {
        report(byNetwork ? "NW DETACH" : "ME DETACH");
    }

    /** One context has been deactivated. */
    void deactivated(boolean byNetwork, String type, String address, int cid) {
        report((byNetwork ? "NW" : "ME") + " DEACT " + Response.quoted(type) + ", " + Response.quoted(address) + ", "
                + cid);
    }

    void clear() {
        kept.clear();
    }

    private void report(String event) {
        String line = "+CGEV: " + event;
        switch (modem.settings().integer("+CGEREP", 0)) {
            case 0 -> {
                if (kept.size() == MAX_KEPT) {
                    kept.remove();
                }
                kept.add(line);
            }
            case 1 -> modem.terminals().unsolicitedInCommandMode(line);
            default -> modem.terminals().unsolicited(line);
        }
    }
}
