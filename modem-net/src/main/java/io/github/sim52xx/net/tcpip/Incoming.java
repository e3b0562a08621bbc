package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.SocketSettings;
import java.time.Duration;
import java.util.List;

/**
 * The way of one link's reports to the DTE: in order, one chunk after another, each when the terminal is ready for it,
 * so that nothing is lost and no answer gets in between a header and its data. They go to the terminal that opened the
 * link, or when that has gone, to whom +CATR names; while there is nobody they wait. Confined to the modem's thread.
 */
final class Incoming {

    /** Gives chunks away. */
    interface Source {
        /** The next chunk, which counts as told; null if there is nothing to tell. */
        Chunk next();
    }

    /** So many chunks go before the other links get a chance. */
    private static final int BURST = 16;

    private final Modem modem;
    private final Terminal origin;
    private final Source source;
    /** Somebody will call {@link #deliver}. */
    private boolean waiting;

    private boolean stopped;

    Incoming(Modem modem, Terminal origin, Source source) {
        this.modem = modem;
        this.origin = origin;
        this.source = source;
    }

    /** The source has something to tell. */
    void available() {
        if (waiting) {
            return;
        }
        Duration delay = SocketSettings.of(modem).delay();
        if (delay.isZero()) {
            deliver();
        } else {
            waiting = true;
            modem.timers().after(delay, this::deliver);
        }
    }

    /** As {@link #available}, without +CIPCCFG's delay. */
    void urgent() {
        if (!waiting) {
            deliver();
        }
    }

    /** Nothing is told any more. */
    void stop() {
        stopped = true;
    }

    private void deliver() {
        waiting = false;
        for (int told = 0; told < BURST; told++) {
            List<? extends Terminal> audience = modem.terminals().reporting(origin);
            if (stopped || mustWait(audience)) {
                return;
            }
            Chunk chunk = source.next();
            if (chunk == null) {
                return;
            }
            audience.forEach(terminal -> terminal.unsolicitedData(chunk.lines(), chunk.data()));
        }
        waiting = true;
        modem.execute(this::deliver);
    }

    private boolean mustWait(List<? extends Terminal> audience) {
        if (audience.isEmpty()) {
            waiting = true;
            modem.terminals().whenChanged(this::deliver);
        }
        for (Terminal terminal : audience) {
            if (!waiting && !terminal.ready()) {
                waiting = true;
                terminal.whenReady(this::deliver);
            }
        }
        return waiting;
    }
}
