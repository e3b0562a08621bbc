package io.github.sim52xx.fs.xmodem;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One block as it is on the line: its kind, its number, the complement of that, 128 or 1024 bytes of data, the check.
 * Not thread-safe.
 *
 * <pre>
 * 01 05 FA (128 bytes) CRC high, CRC low
 * </pre>
 */
final class Block {

    static final int SHORT = 128;
    static final int LONG = 1024;

    private static final int HEAD = 3;

    private final byte[] bytes;
    private final int size;
    private final Check check;
    private int filled;

    private Block(int size, Check check) {
        this.bytes = new byte[HEAD + size + check.length()];
        this.size = size;
        this.check = check;
    }

    /** A block whose first byte has just come. */
    static Block begun(int size, Check check) {
        Block block = new Block(size, check);
        block.filled = 1;
        return block;
    }

    /** The bytes of a block with that content, which may be shorter than the block: padding makes up for it. */
    static byte[] of(int size, int number, byte[] data, int length, Check check) {
        Block block = new Block(size, check);
        byte[] bytes = block.bytes;
        bytes[0] = size == LONG ? Control.STX : Control.SOH;
        bytes[1] = (byte) number;
        bytes[2] = (byte) ~number;
        System.arraycopy(data, 0, bytes, HEAD, length);
        Arrays.fill(bytes, HEAD + length, HEAD + size, Control.PADDING);
        int value = check.of(bytes, HEAD, size);
        for (int i = bytes.length - 1; i >= HEAD + size; i--) {
            bytes[i] = (byte) value;
            value >>= 8;
        }
        return bytes;
    }

    /** Takes what belongs to the block. */
    void take(ByteBuffer in) {
        int count = Math.min(in.remaining(), bytes.length - filled);
        in.get(bytes, filled, count);
        filled += count;
    }

    boolean isWhole() {
        return filled == bytes.length;
    }

    /** True if number and check are right. */
    boolean isIntact() {
        int value = 0;
        for (int i = HEAD + size; i < bytes.length; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return isWhole() && (bytes[1] ^ bytes[2]) == -1 && check.of(bytes, HEAD, size) == value;
    }

    /** From 0 to 255. */
    int number() {
        return bytes[1] & 0xff;
    }

    byte[] data() {
        return Arrays.copyOfRange(bytes, HEAD, HEAD + size);
    }

    /** What has come so far. */
    ByteBuffer received() {
        return ByteBuffer.wrap(bytes, 0, filled);
    }
}
