package io.github.sim52xx.net.command;

import io.github.sim52xx.net.tcpip.StreamLink;

/** A connection that waits for its peer's FIN, but not forever. Confined to the modem's thread. */
final class Farewell {

    private final StreamLink link;
    private final Runnable told;
    private boolean over;

    /** @param told run once, when the connection is closed */
    Farewell(StreamLink link, Runnable told) {
        this.link = link;
        this.told = told;
    }

    /** The FIN has come, or has been waited for long enough. */
    void end() {
        if (!over) {
            over = true;
            link.close();
            told.run();
        }
    }
}
