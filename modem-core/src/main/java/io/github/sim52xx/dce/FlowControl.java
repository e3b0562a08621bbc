package io.github.sim52xx.dce;

import java.nio.ByteBuffer;

/**
 * Flow control between a DTE and its terminal as +IFC sets it (V.250 6.2.12), both ways: by DC1 and DC3 (XON, XOFF), which
 * are data in data modes and at prompts and count in command mode only, or by the circuits 105 and 106 (RTS, CTS). What
 * the port itself does to hold a DTE back goes on beside it. Confined to the modem's thread.
 */
public final class FlowControl implements DteLink {

    /** Which flow control there is, in the numbers of +IFC: 0 none, 1 and 3 XON and XOFF, 2 circuits. */
    public interface Modes {
        /** How the DTE stops the DCE. */
        int byDte();

        /** How the DCE stops the DTE. */
        int byDce();
    }

    private static final byte XON = 0x11;
    private static final byte XOFF = 0x13;
    private static final int CIRCUITS = 2;
    /** A DTE that sends more than that while it wants nothing has lost its XON. */
    private static final int MAX_IN_SILENCE = 64 * 1024;

    private final DteLink link;
    private final Modes modes;
    private final ByteQueue waiting = new ByteQueue();
    private Dce<?> dce;
    private Circuits circuits = Circuits.OFF;
    private boolean stoppedByCharacter;
    private boolean requestToSend = true;
    private boolean holding;
    private boolean saidXoff;
    private int inSilence;
    private Runnable drained;

    public FlowControl(DteLink link, Modes modes) {
        this.link = link;
        this.modes = modes;
    }

    /** What the terminal does says whether characters are data. */
    public void attach(Dce<?> terminal) {
        dce = terminal;
    }

    /** Takes DC1 and DC3 out of what the DTE has sent, where they are not data. */
    public ByteBuffer received(ByteBuffer bytes) {
        if (!byCharacters(modes.byDte()) || dce.takesData()) {
            goOn();
            return bytes;
        }
        ByteBuffer rest = ByteBuffer.allocate(bytes.remaining());
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (b == XON || b == XOFF) {
                stoppedByCharacter = b == XOFF;
                inSilence = 0;
            } else {
                rest.put(b);
            }
        }
        inSilence += stoppedByCharacter ? rest.position() : 0;
        if (inSilence > MAX_IN_SILENCE) {
            stoppedByCharacter = false;
        }
        goOn();
        return rest.flip();
    }

    /** Circuit 105 has changed. */
    public void requestToSend(boolean on) {
        requestToSend = on;
        goOn();
    }

    @Override
    public void send(byte[] bytes) {
        goOn();
        if (isStopped()) {
            waiting.add(bytes);
        } else {
            link.send(bytes);
        }
    }

    @Override
    public long backlog() {
        return waiting.size() + link.backlog();
    }

    @Override
    public void whenDrained(Runnable task) {
        if (waiting.size() > 0) {
            drained = task;
        } else {
            link.whenDrained(task);
        }
    }

    @Override
    public void holdInput(boolean hold) {
        holding = hold;
        if (hold && byCharacters(modes.byDce()) && !dce.takesData()) {
            link.send(new byte[] {XOFF});
            saidXoff = true;
        } else if (!hold && saidXoff) {
            link.send(new byte[] {XON});
            saidXoff = false;
        }
        showCircuits();
        holdPort();
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
        circuits = now;
        showCircuits();
    }

    @Override
    public void close() {
        link.send(waiting.take());
        link.close();
    }

    private static boolean byCharacters(int mode) {
        return mode != 0 && mode != CIRCUITS;
    }

    private boolean isStopped() {
        int mode = modes.byDte();
        return mode == CIRCUITS ? !requestToSend : mode != 0 && stoppedByCharacter;
    }

    /** Sends what has waited, if the DTE takes it again. */
    private void goOn() {
        if (waiting.size() > 0 && !isStopped()) {
            link.send(waiting.take());
            if (drained != null) {
                Runnable task = drained;
                drained = null;
                link.whenDrained(task);
            }
        }
        if (holding) {
            holdPort();
        }
    }

    /** While the DTE has stopped us by a character its next one has to come through. */
    private void holdPort() {
        link.holdInput(holding && !(byCharacters(modes.byDte()) && stoppedByCharacter));
    }

    private void showCircuits() {
        boolean clear = circuits.clearToSend() && !(holding && modes.byDce() == CIRCUITS);
        link.circuits(new Circuits(clear, circuits.dataSetReady(), circuits.carrierDetect(), circuits.ringIndicator()));
    }
}
