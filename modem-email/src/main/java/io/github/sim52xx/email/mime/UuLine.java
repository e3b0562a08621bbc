package io.github.sim52xx.email.mime;

import java.nio.charset.StandardCharsets;

/** A line of uuencode (POSIX.1 uuencode): a length character, then four characters for three bytes each. */
final class UuLine {

    private UuLine() {}

    /** The file name in {@code begin 644 name}, one character a byte; null if the line is no such line. */
    static String nameIn(byte[] line, int length) {
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1).stripTrailing();
        if (!text.startsWith("begin ")) {
            return null;
        }
        int i = 6;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
            i++;
        }
        boolean mode = i - 6 == 3 || i - 6 == 4;
        return mode && i + 1 < text.length() && text.charAt(i) == ' '
                ? text.substring(i + 1).strip()
                : null;
    }

    static boolean isEnd(byte[] line, int length) {
        return new String(line, 0, length, StandardCharsets.ISO_8859_1)
                .stripTrailing()
                .equals("end");
    }

    /** True if the line says that it holds nothing: the last one before {@code end}. */
    static boolean isEmpty(byte[] line, int length) {
        return count(line, length) == 0 && length <= 2;
    }

    /** True if the line can be one of data. Blanks at its end may be missing, a checksum character may follow. */
    static boolean isData(byte[] line, int length) {
        if (length > 1 + characters(count(line, length)) + 1) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (line[i] < ' ' || line[i] > '`') {
                return false;
            }
        }
        return true;
    }

    /** How many bytes the line holds. */
    static int count(byte[] line, int length) {
        return length == 0 ? 0 : line[0] - ' ' & 63;
    }

    /** Decodes the line into {@code to} and returns how many bytes it holds. */
    static int decode(byte[] line, int length, byte[] to) {
        int count = count(line, length);
        for (int i = 0; i < count; i++) {
            int first = 1 + i / 3 * 4 + i % 3;
            int pair = value(line, length, first) << 6 | value(line, length, first + 1);
            to[i] = (byte) (pair >> 4 - i % 3 * 2);
        }
        return count;
    }

    private static int characters(int count) {
        return (count + 2) / 3 * 4;
    }

    private static int value(byte[] line, int length, int position) {
        return position < length ? line[position] - ' ' & 63 : 0;
    }
}
