package io.github.sim52xx.modem;

import io.github.sim52xx.dce.Dce;
import io.github.sim52xx.dce.DteInput;
import java.nio.ByteBuffer;

/** A terminal as the port that attached it sees it. */
public final class Connection implements DteInput {

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

    @Override
    public void receive(ByteBuffer bytes) {
        modem.execute(() -> {
            trace(bytes);
            dce.receive(bytes);
        });
    }

    @Override
    public void inputEnded() {
        modem.execute(() -> dce.inputEnded());
    }

    @Override
    public void closed() {
        modem.execute(() -> modem.disconnected(dce));
    }

    @Override
    public void dataTerminalReady(boolean on) {
        modem.execute(() -> dce.dataTerminalReady(on));
    }

    private void trace(ByteBuffer bytes) {
        Trace trace = modem.blueprint().trace();
        if (trace != Trace.NONE) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(bytes.position(), copy);
            trace.bytes("AT " + dce.number(), false, copy, 0, copy.length);
        }
    }
}
