package io.github.sim52xx.fs.command;

/** The other end's Xmodem, as text with one character a byte. */
final class Xmodem {

    static final String EOT = "\u0004";
    static final String ACK = "\u0006";
    static final String NAK = "\u0015";
    static final String ETB = "\u0017";
    static final String CAN = "\u0018";
    static final String CANCEL = CAN + CAN;

    private Xmodem() {}

    /** A block with a CRC; its size follows from that of the data. */
    static String crcBlock(int number, String data) {
        int crc = 0;
        String padded = padded(data);
        for (char c : padded.toCharArray()) {
            crc ^= c << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
        }
        return head(number, padded) + padded + (char) (crc >> 8 & 0xff) + (char) (crc & 0xff);
    }

    /** A block with a checksum. */
    static String sumBlock(int number, String data) {
        String padded = padded(data);
        return head(number, padded) + padded + (char) (padded.chars().sum() & 0xff);
    }

    static String padded(String data) {
        int size = data.length() > 128 ? 1024 : 128;
        return data + "\u001a".repeat(size - data.length());
    }

    private static String head(int number, String padded) {
        char kind = padded.length() > 128 ? '\u0002' : '\u0001';
        return "" + kind + (char) (number & 0xff) + (char) (~number & 0xff);
    }
}
