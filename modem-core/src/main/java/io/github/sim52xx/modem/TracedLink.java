package io.github.sim52xx.modem;

import io.github.sim52xx.dce.Circuits;
import io.github.sim52xx.dce.DteLink;

/** Traces what goes to a DTE. */
record TracedLink(DteLink link, Trace trace, String channel) implements DteLink {

    static DteLink of(DteLink link, Trace trace, int terminal) {
        return trace == Trace.NONE ? link : new TracedLink(link, trace, "AT " + terminal);
    }

    @Override
    public void send(byte[] bytes) {
        trace.bytes(channel, true, bytes, 0, bytes.length);
        link.send(bytes);
    }

    @Override
    public long backlog() {
        return link.backlog();
    }

    @Override
    public void whenDrained(Runnable task) {
        link.whenDrained(task);
    }

    @Override
    public void holdInput(boolean hold) {
        link.holdInput(hold);
    }

    @Override
    public boolean isOpen() {
        return link.isOpen();
    }

    @Override
    public boolean hasCircuits() {
        return link.hasCircuits();
    }

    @Override
    public void circuits(Circuits now) {
        link.circuits(now);
    }

    @Override
    public void close() {
        link.close();
    }
}
