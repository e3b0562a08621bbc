package io.github.sim52xx.email.mime;

import java.io.IOException;

/**
 * Decodes quoted-printable (RFC 2045 6.7). Blanks at the end of a line go, also those behind a soft line break; an equals
 * sign that begins nothing known stands for itself. Not thread-safe.
 */
final class QuotedPrintableDecoder implements ByteSink {

    private enum State {
        TEXT,
        /** Behind an equals sign. */
        ESCAPE,
        /** Behind an equals sign and a digit. */
        DIGIT,
        /** Behind an equals sign and blanks. */
        BLANKS,
        /** Behind an equals sign and CR. */
        BREAK
    }

    /** A longer run of blanks is let through, wherever it stands. */
    private static final int MAX_BLANKS = 1024;

    private final ByteSink next;
    private final byte[] decoded = new byte[8 * 1024];
    private int size;
    private final byte[] blanks = new byte[MAX_BLANKS];
    private int blankCount;
    private State state = State.TEXT;
    private byte digit;

    QuotedPrintableDecoder(ByteSink next) {
        this.next = next;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (state == State.TEXT && blankCount == 0 && b != '=' && b != ' ' && b != '\t') {
                put(b);
            } else {
                accept(b);
            }
        }
    }

    @Override
    public void end() throws IOException {
        if (state == State.DIGIT) {
            put('=');
            put(digit);
        }
        if (size > 0) {
            next.write(decoded, 0, size);
        }
        next.end();
    }

    private void accept(byte b) throws IOException {
        switch (state) {
            case TEXT:
                text(b);
                break;
            case ESCAPE:
                escape(b);
                break;
            case DIGIT:
                state = State.TEXT;
                if (Hex.digit(b) >= 0) {
                    put(Hex.digit(digit) << 4 | Hex.digit(b));
                } else {
                    put('=');
                    put(digit);
                    text(b);
                }
                break;
            case BLANKS:
                blanks(b);
                break;
            default:
                state = State.TEXT;
                if (b != '\n') {
                    text(b);
                }
        }
    }

    private void text(byte b) throws IOException {
        if (HeaderBlock.isBlank(b)) {
            blank(b);
            return;
        }
        if (b == '\r' || b == '\n') {
            blankCount = 0;
        }
        putBlanks();
        if (b == '=') {
            state = State.ESCAPE;
        } else {
            put(b);
        }
    }

    private void escape(byte b) throws IOException {
        if (Hex.digit(b) >= 0) {
            digit = b;
            state = State.DIGIT;
        } else if (b == '\r') {
            state = State.BREAK;
        } else if (b == '\n') {
            state = State.TEXT;
        } else if (HeaderBlock.isBlank(b)) {
            blank(b);
            state = State.BLANKS;
        } else {
            put('=');
            state = State.TEXT;
            text(b);
        }
    }

    private void blanks(byte b) throws IOException {
        if (HeaderBlock.isBlank(b) && blankCount < MAX_BLANKS) {
            blank(b);
        } else if (b == '\r' || b == '\n') {
            blankCount = 0;
            state = b == '\r' ? State.BREAK : State.TEXT;
        } else {
            put('=');
            putBlanks();
            state = State.TEXT;
            text(b);
        }
    }

    private void blank(byte b) throws IOException {
        if (blankCount == MAX_BLANKS) {
            putBlanks();
        }
        blanks[blankCount++] = b;
    }

    private void putBlanks() throws IOException {
        for (int i = 0; i < blankCount; i++) {
            put(blanks[i]);
        }
        blankCount = 0;
    }

    private void put(int value) throws IOException {
        if (size == decoded.length) {
            size = 0;
            next.write(decoded, 0, decoded.length);
        }
        decoded[size++] = (byte) value;
    }
}
