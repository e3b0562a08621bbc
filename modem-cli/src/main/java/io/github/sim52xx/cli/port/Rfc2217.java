package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.Circuits;
import io.github.sim52xx.dce.DteInput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The access server of RFC 2217 in front of a terminal: a client sets the serial line, moves DTR and RTS and sees CTS,
 * DSR, DCD and RI. The speed is the client's, as on a cable: if it is not +IPR's, the modem does not understand a byte. For
 * the rest the line is the modem's: a client is told the parity of +ICF, eight data bits and one stop bit, whatever it sets.
 *
 * <p>Receiving is for one thread at a time; circuits may change on any.
 */
final class Rfc2217 implements Telnet.Listener {

    private static final int SIGNATURE = 0;
    private static final int SET_BAUDRATE = 1;
    private static final int SET_DATASIZE = 2;
    private static final int SET_PARITY = 3;
    private static final int SET_STOPSIZE = 4;
    private static final int SET_CONTROL = 5;
    private static final int NOTIFY_LINESTATE = 6;
    private static final int NOTIFY_MODEMSTATE = 7;
    private static final int FLOWCONTROL_SUSPEND = 8;
    private static final int FLOWCONTROL_RESUME = 9;
    private static final int SET_LINESTATE_MASK = 10;
    private static final int SET_MODEMSTATE_MASK = 11;
    private static final int PURGE_DATA = 12;
    /** What is added to a client's code in the server's answer. */
    private static final int ANSWER = 100;

    private static final int PURGE_INPUT_OF_MODEM = 2;
    private static final int RING = 0x40;
    private static final int ALL = 0xff;

    private static final byte DATA_BITS = 8;
    private static final byte ONE_STOP_BIT = 1;
    /** RFC 2217's numbers for +ICF's odd, even, mark, none. */
    private static final byte[] PARITIES = {2, 3, 4, 1};

    private static final Set<Integer> OPTIONS =
            Set.of(Telnet.BINARY, Telnet.ECHO, Telnet.SUPPRESS_GO_AHEAD, Telnet.COM_PORT_OPTION);

    /** What the wire to the client can do beside carrying data. */
    interface Wire {
        /** Sends bytes as they are, and at once. */
        void command(byte[] bytes);

        /** Keeps data back (true), or lets it go (false). */
        void suspend(boolean on);

        /** Drops the data that is kept back. */
        void purge();
    }

    private final Wire wire;
    private final DteInput modem;
    private final Telnet telnet = new Telnet(this);
    private final Set<Integer> theirs = new HashSet<>();
    private final Set<Integer> ours = new HashSet<>();
    private final ControlSignals signals;
    private Circuits circuits;
    private int modemStateMask = ALL;
    /** What the client has set, in baud, 0 for the modem's. */
    private int speed;

    /** Begins; what the client has said so far is still to come. */
    Rfc2217(Wire wire, DteInput modem, Circuits circuits) {
        this.wire = wire;
        this.modem = modem;
        this.circuits = circuits;
        signals = new ControlSignals(modem);
        offer(Telnet.BINARY);
        offer(Telnet.SUPPRESS_GO_AHEAD);
    }

    void receive(ByteBuffer bytes) {
        telnet.receive(bytes);
    }

    @Override
    public void data(ByteBuffer bytes) {
        modem.receive(bytes);
    }

    /** The modem's circuits have changed. */
    synchronized void circuits(Circuits now) {
        int before = state(circuits);
        circuits = now;
        int after = state(now);
        int changed = before ^ after;
        // The low four bits say what has changed; of a ring its end.
        int delta = (changed & ~(after & RING)) >> 4;
        if ((changed & modemStateMask) != 0) {
            notifyModemState(after | delta);
        }
    }

    @Override
    public void negotiated(int command, int option) {
        // The echo is the modem's, which for telnet is the server's.
        boolean known = OPTIONS.contains(option) && !(command == Telnet.WILL && option == Telnet.ECHO);
        switch (command) {
            case Telnet.WILL -> agree(theirs, known, option, Telnet.DO, Telnet.DONT);
            case Telnet.DO -> agree(ours, known, option, Telnet.WILL, Telnet.WONT);
            case Telnet.WONT -> giveUp(theirs, option, Telnet.DONT);
            default -> giveUp(ours, option, Telnet.WONT);
        }
    }

    private void offer(int option) {
        ours.add(option);
        theirs.add(option);
        wire.command(Telnet.negotiation(Telnet.WILL, option));
        wire.command(Telnet.negotiation(Telnet.DO, option));
    }

    private void agree(Set<Integer> agreed, boolean known, int option, int yes, int no) {
        if (!known) {
            wire.command(Telnet.negotiation(no, option));
        } else if (agreed.add(option)) {
            wire.command(Telnet.negotiation(yes, option));
            if (option == Telnet.COM_PORT_OPTION) {
                showModemState();
            }
        }
    }

    private void giveUp(Set<Integer> agreed, int option, int confirmation) {
        if (agreed.remove(option)) {
            wire.command(Telnet.negotiation(confirmation, option));
        }
    }

    @Override
    public void subnegotiated(byte[] content) {
        if (content.length < 2 || content[0] != Telnet.COM_PORT_OPTION) {
            return;
        }
        int code = content[1];
        byte value = content.length > 2 ? content[2] : 0;
        switch (code) {
            case SIGNATURE -> {
                if (content.length == 2) {
                    answer(code, "sim52xx".getBytes(StandardCharsets.US_ASCII));
                }
            }
            case SET_BAUDRATE -> speed(code, content);
            case SET_DATASIZE -> answer(code, DATA_BITS);
            case SET_PARITY -> modem.serialLine(line -> answer(code, PARITIES[line.parity()]));
            case SET_STOPSIZE -> answer(code, ONE_STOP_BIT);
            case SET_CONTROL -> signals.control(value).ifPresent(now -> answer(code, (byte) (int) now));
            case NOTIFY_LINESTATE -> answer(code, (byte) 0);
            case NOTIFY_MODEMSTATE -> showModemState();
            case FLOWCONTROL_SUSPEND, FLOWCONTROL_RESUME -> wire.suspend(code == FLOWCONTROL_SUSPEND);
            case SET_LINESTATE_MASK -> answer(code, value);
            case SET_MODEMSTATE_MASK -> {
                synchronized (this) {
                    modemStateMask = value & ALL;
                }
                answer(code, value);
                showModemState();
            }
            case PURGE_DATA -> {
                if (value != PURGE_INPUT_OF_MODEM) {
                    wire.purge();
                }
                answer(code, value);
            }
            default -> {
                // A code that RFC 2217 does not know gets no answer.
            }
        }
    }

    /** Four bytes set the speed, 0 or nothing asks for it. */
    private void speed(int code, byte[] content) {
        int wanted = content.length < 2 + Integer.BYTES
                ? 0
                : ByteBuffer.wrap(content).getInt(2);
        if (wanted > 0) {
            speed = wanted;
            modem.speed(wanted);
        }
        if (speed > 0) {
            answer(code, bigEndian(speed));
        } else {
            modem.serialLine(line -> answer(code, bigEndian(line.speed())));
        }
    }

    private synchronized void showModemState() {
        notifyModemState(state(circuits));
    }

    private void notifyModemState(int state) {
        answer(NOTIFY_MODEMSTATE, (byte) (state & modemStateMask));
    }

    private void answer(int code, byte... value) {
        wire.command(Telnet.subnegotiation(Telnet.COM_PORT_OPTION, code + ANSWER, value));
    }

    private static int state(Circuits circuits) {
        return (circuits.carrierDetect() ? 0x80 : 0)
                | (circuits.ringIndicator() ? RING : 0)
                | (circuits.dataSetReady() ? 0x20 : 0)
                | (circuits.clearToSend() ? 0x10 : 0);
    }

    private static byte[] bigEndian(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
