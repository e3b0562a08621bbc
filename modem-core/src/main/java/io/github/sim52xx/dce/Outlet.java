package io.github.sim52xx.dce;

/**
 * The way out to the DTE. What one event produces leaves in one send; while too much waits to be read the terminal is
 * congested, and what the DTE sends is held back. Confined to the modem's thread.
 */
final class Outlet {

    /** Input is held while this much output waits. */
    static final int HIGH_WATER = 64 * 1024;

    private final LateLink link;
    private final ByteQueue waiting = new ByteQueue();
    private boolean congested;
    private boolean held;

    Outlet(DteLink link, DceHost<?> host) {
        this.link = new LateLink(link, host);
    }

    /** Where to put output; {@link #flush} sends it. */
    ByteQueue out() {
        return waiting;
    }

    /** Sends bytes, which are the link's from now on, behind what waits. */
    void send(byte[] bytes) {
        if (waiting.size() == 0) {
            link.send(bytes);
        } else {
            waiting.add(bytes);
        }
    }

    /** True if more waits than the DTE seems to read. */
    boolean isFull() {
        return link.backlog() + waiting.size() > HIGH_WATER;
    }

    /** True from the moment when too much waited until it has drained. */
    boolean congested() {
        return congested;
    }

    /**
     * Sends what waits.
     *
     * @param drained called on any thread after a congestion, for {@link #relieved} to be called on the modem's
     */
    void flush(Runnable drained) {
        if (waiting.size() > 0) {
            link.send(waiting.take());
        }
        if (!congested && isFull()) {
            congested = true;
            link.whenDrained(drained);
        }
    }

    void relieved() {
        congested = false;
    }

    /** The device has gone off: what has not left yet never does. */
    void drop() {
        link.drop();
    }

    void holdInput(boolean hold) {
        if (hold != held) {
            held = hold;
            link.holdInput(hold);
        }
    }

    long backlog() {
        return link.backlog();
    }

    boolean isOpen() {
        return link.isOpen();
    }

    void close() {
        link.close();
    }
}
