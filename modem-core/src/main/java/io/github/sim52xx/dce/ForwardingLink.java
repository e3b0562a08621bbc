package io.github.sim52xx.dce;

/** A wire that leads to another one; who extends it does something on the way. */
public abstract class ForwardingLink implements DteLink {

    /** Where it leads. */
    protected final DteLink link;

    protected ForwardingLink(DteLink link) {
        this.link = link;
    }

    @Override
    public void send(byte[] bytes) {
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
