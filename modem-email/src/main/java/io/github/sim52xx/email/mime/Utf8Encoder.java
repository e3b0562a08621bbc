package io.github.sim52xx.email.mime;

import java.io.IOException;

/** Writes characters as UTF-8 and every line end, be it CRLF, LF or CR, as CRLF. Not thread-safe. */
final class Utf8Encoder {

    private static final int LONGEST = 4;

    private final ByteSink next;
    private final byte[] encoded = new byte[2 * 1024];
    private int size;
    private boolean afterCr;
    /** The first half of a character outside the basic plane, or 0. */
    private char high;

    Utf8Encoder(ByteSink next) {
        this.next = next;
    }

    /** Returns true if one of the characters was not ASCII. */
    boolean encode(char[] text, int offset, int length) throws IOException {
        boolean beyondAscii = false;
        for (int i = offset; i < offset + length; i++) {
            char c = text[i];
            if (size > encoded.length - 2 * LONGEST) {
                flush();
            }
            if (c >= ' ' && c < 128 && high == 0) {
                encoded[size++] = (byte) c;
                afterCr = false;
            } else {
                beyondAscii |= c >= 128;
                accept(c);
            }
        }
        return beyondAscii;
    }

    /** Passes on what has been encoded. Half a character at the end of the text is lost. */
    void flush() throws IOException {
        if (size > 0) {
            int length = size;
            size = 0;
            next.write(encoded, 0, length);
        }
    }

    private void accept(char c) {
        if (high != 0) {
            char first = high;
            high = 0;
            if (Character.isLowSurrogate(c)) {
                put(Character.toCodePoint(first, c));
                return;
            }
            put(0xfffd);
        }
        if (c == '\r' || c == '\n' && !afterCr) {
            put('\r');
            put('\n');
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (c != '\n') {
            put(Character.isLowSurrogate(c) ? 0xfffd : c);
        }
        afterCr = c == '\r';
    }

    private void put(int c) {
        if (c < 0x80) {
            encoded[size++] = (byte) c;
        } else if (c < 0x800) {
            encoded[size++] = (byte) (0xc0 | c >> 6);
            encoded[size++] = (byte) (0x80 | c & 0x3f);
        } else if (c < 0x10000) {
            encoded[size++] = (byte) (0xe0 | c >> 12);
            encoded[size++] = (byte) (0x80 | c >> 6 & 0x3f);
            encoded[size++] = (byte) (0x80 | c & 0x3f);
        } else {
            encoded[size++] = (byte) (0xf0 | c >> 18);
            encoded[size++] = (byte) (0x80 | c >> 12 & 0x3f);
            encoded[size++] = (byte) (0x80 | c >> 6 & 0x3f);
            encoded[size++] = (byte) (0x80 | c & 0x3f);
        }
    }
}
