package io.github.sim52xx.email.mime;

import io.github.sim52xx.email.mime.Delimiters.Delimiter;
import java.io.IOException;

/**
 * Reads bodies and finds the delimiters in them. The line end before a delimiter belongs to the delimiter (RFC 2046
 * 5.1.1), so a line end is held back until it is clear that none follows. Not thread-safe.
 */
final class BodyReader {

    private enum State {
        /** At the beginning of a line; the line end before it is held back. */
        LINE_START,
        /** In a line that begins with a hyphen, which is held back too. */
        HYPHEN_LINE,
        /** In a line that is no delimiter. */
        LINE,
        /** Behind a CR in such a line. */
        CR
    }

    private final Delimiters delimiters;
    private final BodyParts parts;
    private final LineBuffer lineEnd = new LineBuffer(2);
    private final LineBuffer line = new LineBuffer(Delimiters.MAX_LINE);
    private State state = State.LINE_START;
    private Delimiter delimiter;

    BodyReader(Delimiters delimiters, BodyParts parts) {
        this.delimiters = delimiters;
        this.parts = parts;
    }

    /** Reads up to the next change of state and returns how far that is. */
    int read(byte[] bytes, int from, int end) throws IOException {
        if (delimiters.depth() == 0) {
            parts.write(bytes, from, end - from);
            return end;
        }
        switch (state) {
            case LINE_START:
                if (bytes[from] != '-') {
                    release(lineEnd);
                }
                state = bytes[from] == '-' ? State.HYPHEN_LINE : State.LINE;
                return from;
            case HYPHEN_LINE:
                return hyphenLine(bytes, from, end);
            case LINE:
                return line(bytes, from, end);
            default:
                if (bytes[from] != '\n') {
                    release(lineEnd);
                    state = State.LINE;
                    return from;
                }
                lineEnd.add(bytes, from, 1);
                state = State.LINE_START;
                return from + 1;
        }
    }

    /**
     * The mail ends here: with a delimiter or, when it was cut short, in the middle of a multipart. In that case the last
     * line end counts as that of the delimiter which is missing.
     */
    void end() throws IOException {
        switch (state) {
            case HYPHEN_LINE:
                endOfHyphenLine();
                break;
            case CR:
                release(lineEnd);
                break;
            default:
                if (parts.beforeFirstPart()) {
                    release(lineEnd);
                }
        }
    }

    /** The delimiter that has just been read, once; null if there was none. */
    Delimiter takeDelimiter() {
        Delimiter taken = delimiter;
        delimiter = null;
        return taken;
    }

    /** Passes everything on up to a line end that may belong to a delimiter. */
    private int line(byte[] bytes, int from, int end) throws IOException {
        int i = parts.writeCertain(bytes, from, end);
        if (i > from) {
            state = bytes[i - 1] == '\n' ? State.LINE_START : State.LINE;
            return i;
        }
        while (i < end) {
            if (bytes[i++] == '\n' && (i == end || bytes[i] == '-')) {
                int content = i - 2 >= from && bytes[i - 2] == '\r' ? i - 2 : i - 1;
                parts.write(bytes, from, content - from);
                lineEnd.add(bytes, content, i - content);
                state = State.LINE_START;
                return i;
            }
        }
        boolean cr = bytes[end - 1] == '\r';
        parts.write(bytes, from, end - from - (cr ? 1 : 0));
        if (cr) {
            lineEnd.add(bytes, end - 1, 1);
            state = State.CR;
        }
        return end;
    }

    private int hyphenLine(byte[] bytes, int from, int end) throws IOException {
        int stop = LineBuffer.behindLine(bytes, from, Math.min(end, from + Delimiters.MAX_LINE - line.length()));
        line.add(bytes, from, stop - from);
        if (bytes[stop - 1] == '\n') {
            endOfHyphenLine();
        } else if (line.length() == Delimiters.MAX_LINE) {
            release(lineEnd);
            release(line);
            state = State.LINE;
        }
        return stop;
    }

    private void endOfHyphenLine() throws IOException {
        state = State.LINE_START;
        delimiter = delimiters.match(line.bytes(), 0, line.length());
        if (delimiter != null) {
            lineEnd.clear();
        } else {
            int content = line.content();
            release(lineEnd);
            parts.write(line.bytes(), 0, content);
            lineEnd.add(line.bytes(), content, line.length() - content);
        }
        line.clear();
    }

    private void release(LineBuffer held) throws IOException {
        parts.write(held.bytes(), 0, held.length());
        held.clear();
    }
}
