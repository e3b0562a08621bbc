package io.github.sim52xx.cli.port;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The server's end of a telnet connection (RFC 854, 855) that carries binary data from the first byte on: takes commands
 * out of what the client sends, and doubles IAC in what it gets. Receiving is for one thread at a time.
 */
final class Telnet {

    /** What the commands mean. */
    interface Listener {
        /** Data, one byte at least. */
        void data(ByteBuffer bytes);

        /** {@link #WILL}, {@link #WONT}, {@link #DO} or {@link #DONT} and an option. */
        void negotiated(int command, int option);

        /** A subnegotiation, without IAC SB in front and IAC SE behind. */
        void subnegotiated(byte[] content);
    }

    static final int IAC = 255;
    static final int DONT = 254;
    static final int DO = 253;
    static final int WONT = 252;
    static final int WILL = 251;
    static final int SB = 250;
    static final int SE = 240;
    static final int BINARY = 0;
    static final int ECHO = 1;
    static final int SUPPRESS_GO_AHEAD = 3;
    static final int COM_PORT_OPTION = 44;

    /** What is longer is cut off. */
    private static final int MAX_SUBNEGOTIATION = 64;

    private enum State {
        DATA,
        COMMAND,
        OPTION,
        SUBNEGOTIATION,
        SUBNEGOTIATION_COMMAND
    }

    private final Listener listener;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private State state = State.DATA;
    /** Data that has not been handed over yet. */
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private int command;

    Telnet(Listener listener) {
        this.listener = listener;
    }

    /** Takes what the client has sent: data and commands go to the listener in their order. */
    void receive(ByteBuffer received) {
        if (state == State.DATA && indexOfIac(received) < 0) {
            listener.data(received);
            return;
        }
        while (received.hasRemaining()) {
            take(received.get() & 0xff);
        }
        handOverData();
    }

    private void handOverData() {
        if (data.size() > 0) {
            byte[] complete = data.toByteArray();
            data.reset();
            listener.data(ByteBuffer.wrap(complete));
        }
    }

    private void take(int b) {
        switch (state) {
            case DATA -> {
                if (b == IAC) {
                    state = State.COMMAND;
                } else {
                    data.write(b);
                }
            }
            case COMMAND -> {
                command = b;
                state = b == SB ? State.SUBNEGOTIATION : b >= WILL && b < IAC ? State.OPTION : State.DATA;
                if (b == IAC) {
                    data.write(b);
                }
            }
            case OPTION -> {
                state = State.DATA;
                handOverData();
                listener.negotiated(command, b);
            }
            case SUBNEGOTIATION -> {
                if (b == IAC) {
                    state = State.SUBNEGOTIATION_COMMAND;
                } else {
                    collect(b);
                }
            }
            case SUBNEGOTIATION_COMMAND -> {
                state = b == SE ? State.DATA : State.SUBNEGOTIATION;
                if (b == IAC) {
                    collect(b);
                } else if (b == SE) {
                    byte[] complete = content.toByteArray();
                    content.reset();
                    handOverData();
                    listener.subnegotiated(complete);
                }
            }
        }
    }

    private void collect(int b) {
        if (content.size() < MAX_SUBNEGOTIATION) {
            content.write(b);
        }
    }

    /** Data for the client: the same array if there is no IAC in it. */
    static byte[] escaped(byte[] data) {
        int count = 0;
        for (byte b : data) {
            count += b == (byte) IAC ? 1 : 0;
        }
        if (count == 0) {
            return data;
        }
        byte[] escaped = new byte[data.length + count];
        int at = 0;
        for (byte b : data) {
            escaped[at++] = b;
            if (b == (byte) IAC) {
                escaped[at++] = b;
            }
        }
        return escaped;
    }

    /** {@code IAC command option}. */
    static byte[] negotiation(int command, int option) {
        return new byte[] {(byte) IAC, (byte) command, (byte) option};
    }

    /** {@code IAC SB option code value IAC SE}. */
    static byte[] subnegotiation(int option, int code, byte... value) {
        byte[] inner = escaped(value);
        byte[] whole = Arrays.copyOf(new byte[] {(byte) IAC, (byte) SB, (byte) option, (byte) code}, inner.length + 6);
        System.arraycopy(inner, 0, whole, 4, inner.length);
        whole[whole.length - 2] = (byte) IAC;
        whole[whole.length - 1] = (byte) SE;
        return whole;
    }

    private static int indexOfIac(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) == (byte) IAC) {
                return i;
            }
        }
        return -1;
    }
}
