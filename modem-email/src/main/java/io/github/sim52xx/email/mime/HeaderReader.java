package io.github.sim52xx.email.mime;

import io.github.sim52xx.email.mime.Delimiters.Delimiter;
import java.nio.charset.StandardCharsets;

/**
 * Reads one header, which ends with an empty line, with a line that cannot be of a header, or with a delimiter. In front
 * of the mail's first field there may be one line of something else: an mbox line, junk, a blank one. Not thread-safe.
 */
final class HeaderReader {

    /** A line that does not show within this length what field it is belongs to no header. */
    private static final int MAX_NAME = 1000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] NOTHING = {};

    private final Delimiters delimiters;
    private final HeaderBlock block;
    private final LineBuffer line = new LineBuffer(MAX_NAME + HeaderBlock.MAX_FIELD);
    private boolean certain;
    private boolean mayBeJunk;
    private byte[] junk = NOTHING;
    private boolean complete;
    private Delimiter delimiter;
    private byte[] rest = NOTHING;

    /** @param ofMail whether this is the header of the mail, not of a part */
    HeaderReader(boolean ofMail, Delimiters delimiters) {
        this.delimiters = delimiters;
        block = new HeaderBlock(ofMail);
        mayBeJunk = ofMail;
    }

    /** Reads at most one line and returns how far that is. */
    int read(byte[] bytes, int from, int end) {
        int limit = certain ? end : Math.min(end, from + MAX_NAME - line.length());
        int stop = LineBuffer.behindLine(bytes, from, limit);
        line.add(bytes, from, stop - from);
        if (bytes[stop - 1] == '\n') {
            line();
        } else if (!certain && line.length() == MAX_NAME) {
            certain = isField() || isFolded();
            if (!certain) {
                endWithoutEmptyLine();
            }
        }
        return stop;
    }

    /** The mail ends here. */
    void end() {
        if (!complete && line.length() > 0) {
            line();
        }
        if (!complete) {
            endWithoutEmptyLine();
        }
    }

    /** True if the header has ended. */
    boolean isComplete() {
        return complete;
    }

    HeaderBlock block() {
        return block;
    }

    /** The delimiter that has ended the header; null if the body follows. */
    Delimiter delimiter() {
        return delimiter;
    }

    /** What has been read of the body already. */
    byte[] rest() {
        return rest;
    }

    private void line() {
        delimiter = delimiters.match(line.bytes(), 0, line.length());
        if (delimiter != null) {
            complete = true;
            return;
        }
        if (mayBeJunk && line.begins(BYTE_ORDER_MARK)) {
            line.drop(BYTE_ORDER_MARK.length);
        }
        if (isField()) {
            block.field(line.bytes(), line.content());
            junk = NOTHING;
        } else if (isFolded()) {
            block.folded(line.bytes(), line.content());
        } else if (mayBeJunk) {
            junk = line.toBytes();
        } else if (line.content() == 0 && junk.length == 0) {
            complete = true;
        } else {
            endWithoutEmptyLine();
        }
        line.clear();
        mayBeJunk = false;
        certain = false;
    }

    private boolean isField() {
        return HeaderBlock.isField(line.bytes(), line.content());
    }

    private boolean isFolded() {
        return line.content() > 0 && HeaderBlock.isBlank(line.bytes()[0]) && block.hasFields();
    }

    private void endWithoutEmptyLine() {
        LineBuffer read = new LineBuffer(4 * MAX_NAME);
        // A mail that begins with an empty line has a header: an empty one.
        if (!new String(junk, StandardCharsets.ISO_8859_1).isBlank()) {
            read.add(junk, 0, junk.length);
        }
        read.add(line.bytes(), 0, line.length());
        rest = read.toBytes();
        complete = true;
    }
}
