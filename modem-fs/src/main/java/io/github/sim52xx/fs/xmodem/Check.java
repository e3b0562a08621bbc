package io.github.sim52xx.fs.xmodem;

/** What stands behind the data of a block to show damage. */
enum Check {
    /** The sum of all bytes, in one. */
    SUM(1, Control.NAK) {
        @Override
        int of(byte[] bytes, int offset, int length) {
            int sum = 0;
            for (int i = offset; i < offset + length; i++) {
                sum += bytes[i];
            }
            return sum & 0xff;
        }
    },
    /** The 16-bit CRC with the polynomial x^16 + x^12 + x^5 + 1 that starts with 0, high byte first. */
    CRC(2, Control.C) {
        @Override
        int of(byte[] bytes, int offset, int length) {
            int crc = 0;
            for (int i = offset; i < offset + length; i++) {
                crc = (crc << 8 & 0xffff) ^ REMAINDERS[crc >> 8 ^ (bytes[i] & 0xff)];
            }
            return crc;
        }
    };

    private static final int POLYNOMIAL = 0x1021;
    private static final int[] REMAINDERS = remainders();

    private final int length;
    private final byte request;

    Check(int length, byte request) {
        this.length = length;
        this.request = request;
    }

    /** In bytes. */
    int length() {
        return length;
    }

    /** What a receiver asks with for the first block. */
    byte request() {
        return request;
    }

    abstract int of(byte[] bytes, int offset, int length);

    private static int[] remainders() {
        int[] remainders = new int[256];
        for (int i = 0; i < remainders.length; i++) {
            int remainder = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder & 0x8000) != 0 ? (remainder << 1) ^ POLYNOMIAL : remainder << 1;
            }
            remainders[i] = remainder & 0xffff;
        }
        return remainders;
    }
}
