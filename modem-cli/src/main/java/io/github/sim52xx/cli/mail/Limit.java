package io.github.sim52xx.cli.mail;

import java.io.IOException;

/** A point in a stream of bytes at which something happens, once. Confined to the session's thread. */
final class Limit {

    /** What happens; the stream goes on behind it unless it throws. */
    interface Event {
        void reached() throws IOException;
    }

    private final long bytes;
    private final Event event;
    private long left;

    /** @param bytes pass before the event */
    Limit(long bytes, Event event) {
        this.bytes = bytes;
        this.event = event;
        this.left = bytes;
    }

    /** A stream without such a point. */
    static Limit none() {
        return new Limit(Long.MAX_VALUE, () -> {});
    }

    /** The stream whose bytes count begins when {@code earlier} more have passed. */
    void startAfter(int earlier) {
        left = bytes + Math.min(earlier, Long.MAX_VALUE - bytes);
    }

    /** How many of {@code wanted} bytes may pass now; at least one. */
    int admit(int wanted) throws IOException {
        check();
        return (int) Math.min(wanted, left);
    }

    void passed(int count) {
        left -= count;
    }

    /** Lets the event happen if the point is reached. */
    void check() throws IOException {
        if (left == 0) {
            left = Long.MAX_VALUE;
            event.reached();
        }
    }
}
