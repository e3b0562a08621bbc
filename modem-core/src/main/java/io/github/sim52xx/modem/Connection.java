package io.github.sim52xx.modem;

import io.github.sim52xx.dce.Dce;
import java.nio.ByteBuffer;

/** What a port holds of a terminal that it has attached. Every method may be called from any thread. */
public final class Connection {

    private final Modem modem;
    /** Set by the first task of this connection on the modem's thread. */
    private Dce<Modem> dce;

    Connection(Modem modem) {
        this.modem = modem;
    }

    void attach(Dce<Modem> terminal) {
        dce = terminal;
    }

    /** The modem that the terminal is attached to. */
    public Modem modem() {
        return modem;
    }

    /** Hands over bytes from the DTE; the buffer is the modem's until it has been consumed. */
    public void receive(ByteBuffer bytes) {
        modem.execute(() -> dce.receive(bytes));
    }

    /** The DTE sends nothing more: what it has asked for is answered, then the link is closed. */
    public void inputEnded() {
        modem.execute(() -> dce.inputEnded());
    }

    /** The DTE has gone. */
    public void closed() {
        modem.execute(() -> modem.disconnected(dce));
    }
}
