package io.github.sim52xx.fs.xmodem;

import java.nio.ByteBuffer;

/**
 * Counts the CANs that came last. Two of them between blocks cancel a transfer. In the midst of a block they may be
 * data; there a DTE cancels with a row of them and then falls silent. Backspaces behind them, which clean up the screen of whoever
 * is watching, do not count. Not thread-safe.
 */
final class Cancels {

    private static final int BETWEEN_BLOCKS = 2;
    private static final int BEFORE_SILENCE = 5;

    private int row;

    void see(byte b) {
        row = b == Control.CAN ? row + 1 : b == Control.BACKSPACE ? row : 0;
    }

    void seeAll(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            see(bytes.get());
        }
    }

    boolean betweenBlocks() {
        return row >= BETWEEN_BLOCKS;
    }

    boolean beforeSilence() {
        return row >= BEFORE_SILENCE;
    }
}
