package io.github.sim52xx.modem;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.dce.Dce;
import java.util.ArrayList;
import java.util.List;

/**
 * The terminals of a modem and the way unsolicited result codes find them. Terminals are numbered from 1 in the order
 * of attachment; a number is free again when its terminal has gone. +CATR names the number that gets the unsolicited
 * codes, 0 all (manual 3.9). Confined to the modem's thread.
 */
public final class Terminals {

    /** The highest number that +CATR can name. */
    public static final int MAX_PORT = 7;

    private static final String PORT_KEY = "+CATR";

    private final NonVolatile memory;
    private final List<Dce<Modem>> attached = new ArrayList<>(1);
    private int port;

    Terminals(NonVolatile memory) {
        this.memory = memory;
        forget();
    }

    /** The port that gets unsolicited codes, 0 for all. */
    public int port() {
        return port;
    }

    /** +CATR. */
    public void setPort(int number, boolean keep) {
        if (keep) {
            memory.save(PORT_KEY, Integer.toString(number));
        }
        port = number;
    }

    /** Sends an unsolicited result code to whom +CATR names. Lines are separated by \n. */
    public void unsolicited(String text) {
        for (Dce<Modem> terminal : attached) {
            if (port == 0 || terminal.number() == port) {
                terminal.unsolicited(text);
            }
        }
    }

    /** As {@link #unsolicited}, but terminals in data mode do not get it, not even afterwards. */
    public void unsolicitedInCommandMode(String text) {
        for (Dce<Modem> terminal : attached) {
            if ((port == 0 || terminal.number() == port) && !terminal.inDataMode()) {
                terminal.unsolicited(text);
            }
        }
    }

    /** Sends a late report of a command to the terminal that gave it, or if that has gone, to whom +CATR names. */
    public void report(Terminal origin, String text) {
        if (origin.attached()) {
            origin.unsolicited(text);
        } else {
            unsolicited(text);
        }
    }

    /** How many terminals are attached. */
    public int count() {
        return attached.size();
    }

    int freeNumber() {
        int number = 1;
        while (isTaken(number)) {
            number++;
        }
        return number;
    }

    void add(Dce<Modem> terminal) {
        attached.add(terminal);
    }

    void remove(Dce<Modem> terminal) {
        attached.remove(terminal);
    }

    List<Dce<Modem>> all() {
        return attached;
    }

    /** Power-off: what was not kept is forgotten. */
    void forget() {
        port = (int) memory.loadNumber(PORT_KEY, 0, MAX_PORT, 0);
    }

    private boolean isTaken(int number) {
        return attached.stream().anyMatch(terminal -> terminal.number() == number);
    }
}
