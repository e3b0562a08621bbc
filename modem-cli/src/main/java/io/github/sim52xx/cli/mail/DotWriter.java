package io.github.sim52xx.cli.mail;

import java.io.IOException;

/**
 * A mail on its way out: a dot before every line that starts with one, and a line that is a dot behind it (RFC 1939 3).
 * Confined to the session's thread.
 */
final class DotWriter implements ByteSink {

    private static final byte[] DOT = {'.'};

    private final Output output;
    /** The last two bytes of the pieces before; at first a line begins. */
    private byte secondLast = '\r';

    private byte last = '\n';

    DotWriter(Output output) {
        this.output = output;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int end = offset + count;
        int from = offset;
        // These two may stand behind a line end of the piece before.
        for (int at = offset; at < Math.min(offset + 2, end); at++) {
            if (bytes[at] == '.' && before(bytes, offset, at - 1) == '\n' && before(bytes, offset, at - 2) == '\r') {
                from = writeUpTo(bytes, from, at);
            }
        }
        for (int dot = LineDots.find(bytes, offset, end); dot >= 0; dot = LineDots.find(bytes, dot, end)) {
            from = writeUpTo(bytes, from, dot);
        }
        output.write(bytes, from, end - from);
        byte newSecondLast = before(bytes, offset, end - 2);
        last = before(bytes, offset, end - 1);
        secondLast = newSecondLast;
    }

    /** Ends the mail, and first its last line if that has no end. */
    void finish() throws IOException {
        if (secondLast != '\r' || last != '\n') {
            output.line("");
        }
        output.line(".");
    }

    private int writeUpTo(byte[] bytes, int from, int dot) throws IOException {
        output.write(bytes, from, dot - from);
        output.write(DOT, 0, 1);
        return dot;
    }

    private byte before(byte[] bytes, int offset, int at) {
        return at >= offset ? bytes[at] : at == offset - 1 ? last : secondLast;
    }
}
