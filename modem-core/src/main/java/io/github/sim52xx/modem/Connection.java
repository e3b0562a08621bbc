package io.github.sim52xx.modem;

import io.github.sim52xx.dce.Dce;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.FlowControl;
import io.github.sim52xx.dce.SerialLine;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * A terminal as the port that attached it sees it. What a DTE sends at another speed than +IPR's is lost: the device hears
 * nothing that begins with AT in it, and does not look for the DTE's speed.
 */
public final class Connection implements DteInput {

    private final Modem modem;
    /** This and the next are set by the first task of this connection on the modem's thread. */
    private Dce<Modem> dce;

    private FlowControl flow;
    /** In baud, 0 for the modem's, whatever that is. */
    private int speed;

    private boolean hinted;

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
            if (speed == 0 || speed == modemSpeed()) {
                dce.receive(flow.received(bytes));
            } else {
                lose();
            }
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
    public void speed(int baud) {
        modem.execute(() -> {
            speed = baud;
            hinted = false;
        });
    }

    @Override
    public void serialLine(Consumer<SerialLine> asker) {
        modem.execute(
                () -> asker.accept(new SerialLine(modemSpeed(), modem.settings().integer("+ICF", 1))));
    }

    private int modemSpeed() {
        return modem.settings().integer("+IPR", 0);
    }

    private void lose() {
        if (!hinted) {
            hinted = true;
            modem.event(new ModemEvent.Notice("terminal " + dce.terminal().number() + " sends at " + speed
                    + " baud; the device is set to " + modemSpeed() + " by AT+IPR and understands nothing"));
        }
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
