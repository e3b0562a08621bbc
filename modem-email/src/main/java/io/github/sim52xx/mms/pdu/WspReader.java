package io.github.sim52xx.mms.pdu;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the basic values of WSP (WAP-230 8.4.2) from a stretch of bytes, and never beyond it: a length that promises more
 * is an error. Not thread-safe.
 */
final class WspReader {

    private static final int LENGTH_QUOTE = 31;
    private static final int TEXT_QUOTE = 127;
    private static final int MAX_INTEGER_OCTETS = 7;
    private static final int MAX_UINTVAR_OCTETS = 4;

    private final byte[] bytes;
    private final int limit;
    private int position;

    WspReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private WspReader(byte[] bytes, int position, int limit) {
        this.bytes = bytes;
        this.position = position;
        this.limit = limit;
    }

    boolean hasMore() {
        return position < limit;
    }

    int octet() throws InvalidPduException {
        int value = peek();
        position++;
        return value;
    }

    int peek() throws InvalidPduException {
        if (position >= limit) {
            throw new InvalidPduException("the message ends too early");
        }
        return bytes[position] & 0xff;
    }

    /** At most 28 bits, more than any length here. */
    int uintvar() throws InvalidPduException {
        int value = 0;
        for (int i = 0; i < MAX_UINTVAR_OCTETS; i++) {
            int octet = octet();
            value = value << 7 | octet & 0x7f;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new InvalidPduException("a length without end");
    }

    /** Short or long. */
    long integer() throws InvalidPduException {
        int first = octet();
        if (first >= 0x80) {
            return first & 0x7f;
        }
        if (first > MAX_INTEGER_OCTETS) {
            throw new InvalidPduException("a number that is none");
        }
        long value = 0;
        for (int i = 0; i < first; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    /** A byte string, up to its zero. */
    String text() throws InvalidPduException {
        if (peek() == TEXT_QUOTE) {
            position++;
        }
        int end = position;
        while (end < limit && bytes[end] != 0) {
            end++;
        }
        if (end == limit) {
            throw new InvalidPduException("a text without end");
        }
        String text = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1);
        position = end + 1;
        return text;
    }

    /** Unicode, in whatever charset it says. */
    String encodedString() throws InvalidPduException {
        if (peek() > LENGTH_QUOTE) {
            return new String(text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
        WspReader value = withLength();
        Charset charset = charset(value.integer());
        return new String(value.text().getBytes(StandardCharsets.ISO_8859_1), charset);
    }

    /** The bytes behind a length. */
    WspReader withLength() throws InvalidPduException {
        int first = octet();
        if (first > LENGTH_QUOTE) {
            throw new InvalidPduException("no length where one is due");
        }
        return next(first == LENGTH_QUOTE ? uintvar() : first);
    }

    /** The next {@code length} bytes as a stretch of their own. */
    WspReader next(int length) throws InvalidPduException {
        if (length > limit - position) {
            throw new InvalidPduException("a length of " + length + " where " + (limit - position) + " bytes are left");
        }
        WspReader stretch = new WspReader(bytes, position, position + length);
        position += length;
        return stretch;
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, limit);
        position = limit;
        return rest;
    }

    /** Passes over a value of a field that nobody needs (WAP-230 8.4.1.2). */
    void skip() throws InvalidPduException {
        int first = peek();
        if (first <= LENGTH_QUOTE) {
            withLength();
        } else if (first < 0x80) {
            text();
        } else {
            octet();
        }
    }

    /** By the assigned number of the charset; UTF-8 for those that are not known here. */
    static Charset charset(long number) {
        return switch ((int) number) {
            case 4 -> StandardCharsets.ISO_8859_1;
            case 1000, 1013 -> StandardCharsets.UTF_16BE;
            case 1014 -> StandardCharsets.UTF_16LE;
            case 1015 -> StandardCharsets.UTF_16;
            default -> StandardCharsets.UTF_8;
        };
    }
}
