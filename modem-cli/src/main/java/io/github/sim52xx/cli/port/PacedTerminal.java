package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.dce.ForwardingLink;
import io.github.sim52xx.dce.SerialLine;
import io.github.sim52xx.modem.Time;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * A terminal at the speed of a UART with eight data bits, no parity and one stop bit: ten bits a byte, both ways at the
 * same time. Safe for use by any thread.
 */
final class PacedTerminal extends ForwardingLink implements DteInput {

    /** The DTE is held when that much of its input waits. */
    private static final int MAX_INPUT = 4096;

    private final PacedQueue toDte;
    private final PacedQueue toModem;
    private DteInput modem;
    private Runnable drained;
    private boolean heldByModem;

    PacedTerminal(DteLink link, int baud, Time time) {
        super(link);
        toDte = new PacedQueue(baud, time, link::send, this::checkDrained);
        toModem = new PacedQueue(baud, time, bytes -> modem.receive(ByteBuffer.wrap(bytes)), this::checkHold);
    }

    DteInput attachTo(ModemSource modems) {
        modem = modems.attach(this);
        return this;
    }

    @Override
    public void send(byte[] bytes) {
        toDte.add(bytes);
    }

    @Override
    public long backlog() {
        return toDte.size() + link.backlog();
    }

    @Override
    public void whenDrained(Runnable task) {
        synchronized (this) {
            drained = task;
        }
        checkDrained();
    }

    @Override
    public void holdInput(boolean hold) {
        synchronized (this) {
            heldByModem = hold;
        }
        checkHold();
    }

    @Override
    public void close() {
        toDte.afterwards(link::close);
    }

    @Override
    public void receive(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        toModem.add(copy);
        checkHold();
    }

    @Override
    public void inputEnded() {
        toModem.afterwards(modem::inputEnded);
    }

    @Override
    public void closed() {
        toDte.clear();
        toModem.clear();
        modem.closed();
        checkDrained();
    }

    @Override
    public void dataTerminalReady(boolean on) {
        // The DTE has sent what it had before it hangs up.
        toModem.afterwards(() -> modem.dataTerminalReady(on));
    }

    @Override
    public void requestToSend(boolean on) {
        modem.requestToSend(on);
    }

    @Override
    public void speed(int baud) {
        // What the DTE has sent before was at the old one.
        toModem.afterwards(() -> modem.speed(baud));
    }

    @Override
    public void serialLine(Consumer<SerialLine> asker) {
        modem.serialLine(asker);
    }

    private void checkHold() {
        boolean hold;
        synchronized (this) {
            hold = heldByModem || toModem.size() > MAX_INPUT;
        }
        link.holdInput(hold);
    }

    private void checkDrained() {
        Runnable task;
        synchronized (this) {
            if (drained == null || toDte.size() > 0) {
                return;
            }
            task = drained;
            drained = null;
        }
        link.whenDrained(task);
    }
}
