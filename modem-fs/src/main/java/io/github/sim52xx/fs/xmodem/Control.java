package io.github.sim52xx.fs.xmodem;

/** The bytes that Xmodem is made of, besides blocks. */
final class Control {

    /** A block of 128 bytes follows. */
    static final byte SOH = 0x01;
    /** A block of 1024 bytes follows. */
    static final byte STX = 0x02;
    /** There are no more blocks. */
    static final byte EOT = 0x04;

    static final byte ACK = 0x06;
    static final byte BACKSPACE = 0x08;
    static final byte NAK = 0x15;
    /** What some senders send when their EOT has been acknowledged. */
    static final byte ETB = 0x17;

    static final byte CAN = 0x18;
    /** Fills the last block. */
    static final byte PADDING = 0x1a;
    /** Asks for blocks with a CRC. */
    static final byte C = 'C';

    private Control() {}

    /** What cancels a transfer, whoever sends it. */
    static byte[] cancel() {
        return new byte[] {CAN, CAN};
    }
}
