package io.github.sim52xx.modem;

import io.github.sim52xx.dce.Dce;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.FlowControl;
import io.github.sim52xx.dce.SerialLine;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A terminal as the port that attached it sees it. */
public final class Connection implements DteInput {

    private final Modem modem;
    /** This and the next are set by the first task of this connection on the modem's thread. */
    private Dce<Modem> dce;

    private FlowControl flow;

    Connection(Modem modem) {
        this.modem = modem;
    }

    void attach(Dce<Modem> terminal, FlowControl flowControl) {
        dce = terminal;
        flow = flowControl;
    }

    @Override
    public void receive(ByteBuffer bytes) {
        modem.execute(() -> {
            trace(bytes);
            dce.receive(flow.received(bytes));
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

    @Override
    public void requestToSend(boolean on) {
        modem.execute(() -> flow.requestToSend(on));
    }

    @Override
    public void serialLine(Consumer<SerialLine> asker) {
        modem.execute(() -> asker.accept(new SerialLine(
                modem.settings().integer("+IPR", 0), modem.settings().integer("+ICF", 1))));
    }

    private void trace(ByteBuffer bytes) {
        Trace trace = modem.blueprint().trace();
        if (trace != Trace.NONE && trace.listens()) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(bytes.position(), copy);
            trace.bytes("AT " + dce.terminal().number(), false, copy, 0, copy.length);
        }
    }
}
