package io.github.sim52xx.fs.xmodem;

/** What a transfer reacts to. */
enum Signal {
    SOH,
    STX,
    EOT,
    ETB,
    ACK,
    NAK,
    /** A request for blocks with a CRC. */
    C,
    /** Two CANs in a row. */
    CANCEL,
    /** Means nothing: one CAN, a line end of the command line, the NUL that some senders put behind their blocks. */
    FILLER,
    NOISE,
    /** The last byte of a block has come. */
    WHOLE,
    /** Time is up. */
    SILENCE;

    static Signal of(byte b, Cancels cancels) {
        cancels.see(b);
        if (cancels.betweenBlocks()) {
            return CANCEL;
        }
        return switch (b) {
            case Control.SOH -> SOH;
            case Control.STX -> STX;
            case Control.EOT -> EOT;
            case Control.ETB -> ETB;
            case Control.ACK -> ACK;
            case Control.NAK -> NAK;
            case Control.C -> C;
            case Control.CAN, Control.BACKSPACE, '\r', '\n', 0 -> FILLER;
            default -> NOISE;
        };
    }
}
