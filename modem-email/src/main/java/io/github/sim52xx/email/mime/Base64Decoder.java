package io.github.sim52xx.email.mime;

import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes base64 (RFC 2045 6.8). What is not of the alphabet is skipped, a last quantum without its padding counts, and
 * padding ends the data: what follows, such as the footer of a mailing list, is none. Not thread-safe.
 */
final class Base64Decoder implements ByteSink {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** Makes a quantum negative if one of its characters is not of the alphabet. */
    private static final int FOREIGN = Integer.MIN_VALUE;

    private static final int[] FIRST = shifted(18);
    private static final int[] SECOND = shifted(12);
    private static final int[] THIRD = shifted(6);
    private static final int[] FOURTH = shifted(0);

    private final ByteSink next;
    private final byte[] decoded = new byte[3 * 2730];
    private int size;
    private int quantum;
    private int characters;
    private boolean ended;

    Base64Decoder(ByteSink next) {
        this.next = next;
    }

    /** What the character stands for, or a negative number. */
    static int value(char c) {
        return c < 128 ? FOURTH[c] : FOREIGN;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int i = offset;
        while (i < end && !ended) {
            if (characters == 0) {
                i = quanta(bytes, i, end);
            }
            if (i < end) {
                character(bytes[i++] & 0xff);
            }
        }
    }

    /** No delimiter begins with a character of the alphabet, none holds whole lines of them. */
    @Override
    public int writeCertain(byte[] bytes, int from, int end) throws IOException {
        int i = from;
        while (characters > 0 && i < end && FOURTH[bytes[i] & 0xff] >= 0) {
            character(bytes[i++]);
        }
        return characters > 0 || ended ? i : quanta(bytes, i, end);
    }

    @Override
    public void end() throws IOException {
        partOfQuantum();
        flush();
        next.end();
    }

    /** Decodes whole quanta, and line ends between them, as long as nothing else comes. Returns how far that goes. */
    private int quanta(byte[] bytes, int offset, int end) throws IOException {
        byte[] to = decoded;
        int n = size;
        int i = offset;
        while (i <= end - 4) {
            int bits = FIRST[bytes[i] & 0xff]
                    | SECOND[bytes[i + 1] & 0xff]
                    | THIRD[bytes[i + 2] & 0xff]
                    | FOURTH[bytes[i + 3] & 0xff];
            if (bits < 0) {
                if (bytes[i] != '\r' && bytes[i] != '\n') {
                    break;
                }
                i++;
                continue;
            }
            if (n == to.length) {
                next.write(to, 0, n);
                n = 0;
            }
            to[n] = (byte) (bits >> 16);
            to[n + 1] = (byte) (bits >> 8);
            to[n + 2] = (byte) bits;
            n += 3;
            i += 4;
        }
        size = n;
        return i;
    }

    private void character(int c) throws IOException {
        int value = FOURTH[c];
        if (value >= 0) {
            quantum = quantum << 6 | value;
            if (++characters == 4) {
                put(quantum >> 16);
                put(quantum >> 8);
                put(quantum);
                characters = 0;
            }
        } else if (c == '=' && characters >= 2) {
            partOfQuantum();
            ended = true;
        }
    }

    /** Two characters hold one byte, three hold two. */
    private void partOfQuantum() throws IOException {
        if (characters == 2) {
            put(quantum >> 4);
        } else if (characters == 3) {
            put(quantum >> 10);
            put(quantum >> 2);
        }
        characters = 0;
    }

    private void put(int value) throws IOException {
        if (size == decoded.length) {
            flush();
        }
        decoded[size++] = (byte) value;
    }

    private void flush() throws IOException {
        if (size > 0) {
            int length = size;
            size = 0;
            next.write(decoded, 0, length);
        }
    }

    private static int[] shifted(int shift) {
        int[] values = new int[256];
        Arrays.fill(values, FOREIGN);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = i << shift;
        }
        return values;
    }
}
