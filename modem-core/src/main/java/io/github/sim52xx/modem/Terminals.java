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
    private List<Runnable> waiting = List.of();

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
        changed();
    }

    /** Sends an unsolicited result code to whom +CATR names. Lines are separated by \n. */
    public void unsolicited(String text) {
        named().forEach(dce -> dce.terminal().unsolicited(text));
    }

    /** As {@link #unsolicited}, but terminals in data mode do not get it, not even afterwards. */
    public void unsolicitedInCommandMode(String text) {
        named().stream()
                .filter(dce -> !dce.inDataMode())
                .forEach(dce -> dce.terminal().unsolicited(text));
    }

    /** Sends a late report of a command to {@link #reporting}. */
    public void report(Terminal origin, String text) {
        reporting(origin).forEach(terminal -> terminal.unsolicited(text));
    }

    /** Who gets the late reports of a command: the terminal that gave it, or if that has gone, whom +CATR names. */
    public List<Terminal> reporting(Terminal origin) {
        return origin.attached()
                ? List.of(origin)
                : named().stream().map(Dce::terminal).toList();
    }

    /** Calls {@code task} once on the modem's thread when a terminal has been attached or +CATR names another one. */
    public void whenChanged(Runnable task) {
        waiting = new ArrayList<>(waiting);
        waiting.add(task);
    }

    private List<Dce<Modem>> named() {
        return port == 0
                ? List.copyOf(attached)
                : attached.stream()
                        .filter(dce -> dce.terminal().number() == port)
                        .toList();
    }

    private void changed() {
        List<Runnable> tasks = waiting;
        waiting = List.of();
        tasks.forEach(Runnable::run);
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

    void add(Dce<Modem> dce) {
        attached.add(dce);
        changed();
    }

    void remove(Dce<Modem> dce) {
        attached.remove(dce);
    }

    List<Dce<Modem>> all() {
        return attached;
    }

    /** Power-off: what was not kept is forgotten. */
    void forget() {
        port = (int) memory.loadNumber(PORT_KEY, 0, MAX_PORT, 0);
    }

    private boolean isTaken(int number) {
        return attached.stream().anyMatch(dce -> dce.terminal().number() == number);
    }
}
