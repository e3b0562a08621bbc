package io.github.sim52xx.dce;

import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal gets unasked: unsolicited result codes, which wait while a command is at work, and data, whose owners
 * wait until the terminal is ready for it. Confined to the modem's thread.
 */
final class Unsolicited {

    private final DceHost<?> host;
    private final Dce<?> dce;
    private final Outlet outlet;
    private final ResponseFormat format;
    private final ControlLines lines;
    private final UrcQueue waiting = new UrcQueue();
    private List<Runnable> owners = List.of();

    Unsolicited(DceHost<?> host, Dce<?> dce, Outlet outlet, ResponseFormat format, ControlLines lines) {
        this.host = host;
        this.dce = dce;
        this.outlet = outlet;
        this.format = format;
        this.lines = lines;
    }

    /** A result code; dropped if the DTE does not keep up. */
    void report(String text, boolean now) {
        if (outlet.isFull()) {
            return;
        }
        host.unsolicited(dce.number(), text);
        lines.ring();
        if (now) {
            format.information(text, outlet.out());
            dce.flush();
        } else {
            waiting.add(text);
        }
    }

    void data(String header, byte[] data) {
        host.unsolicited(dce.number(), header);
        format.information(header, outlet.out());
        outlet.out().add(data);
        dce.flush();
    }

    /** Calls {@code task} once when the terminal is ready. */
    void whenReady(Runnable task) {
        owners = new ArrayList<>(owners);
        owners.add(task);
    }

    /** Whoever waits for the terminal looks at it again. */
    void tellOwners() {
        if (!owners.isEmpty()) {
            List<Runnable> told = owners;
            owners = List.of();
            told.forEach(host::execute);
        }
    }

    /** Commands are taken again: what waits is said. */
    void release() {
        waiting.drain(text -> format.information(text, outlet.out()));
    }

    void clear() {
        waiting.clear();
    }
}
