package io.github.sim52xx.net.tcpip;

/**
 * What a terminal is told in one go: lines, and raw bytes right behind them.
 *
 * @param lines separated by \n; empty for none
 */
public record Chunk(String lines, byte[] data) {

    private static final byte[] NONE = {};

    /** Lines alone. */
    static Chunk of(String lines) {
        return new Chunk(lines, NONE);
    }
}
