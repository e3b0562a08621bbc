package io.github.sim52xx.cli.port;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Tells by its first bytes what a client on TCP speaks. One that begins with telnet negotiation, {@code IAC WILL|WONT|DO|
 * DONT option} and nothing else, and has COM-PORT-OPTION among it speaks RFC 2217. Every other one is raw, from its first
 * byte on. Not thread-safe.
 */
final class FirstBytes {

    enum Verdict {
        /** Negotiation so far; the bytes are kept. */
        UNDECIDED,
        RAW,
        RFC2217
    }

    /** A client that negotiates more than that without a word about serial ports means none. */
    private static final int MAX_KEPT = 256;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private int inCommand;

    /** Looks on, and leaves the bytes where they are unless it keeps them. */
    Verdict look(ByteBuffer bytes) {
        boolean comPort = false;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            int b = bytes.get(i) & 0xff;
            boolean expected = switch (inCommand) {
                case 0 -> b == Telnet.IAC;
                case 1 -> b >= Telnet.WILL && b <= Telnet.DONT;
                default -> true;
            };
            if (!expected) {
                return comPort ? Verdict.RFC2217 : Verdict.RAW;
            }
            comPort |= inCommand == 2 && b == Telnet.COM_PORT_OPTION;
            inCommand = (inCommand + 1) % 3;
        }
        if (comPort) {
            return Verdict.RFC2217;
        }
        if (kept.size() + bytes.remaining() > MAX_KEPT) {
            return Verdict.RAW;
        }
        while (bytes.hasRemaining()) {
            kept.write(bytes.get());
        }
        return Verdict.UNDECIDED;
    }

    /** What has been kept before the verdict. */
    byte[] kept() {
        return kept.toByteArray();
    }
}
