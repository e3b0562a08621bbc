package io.github.sim52xx.email.mime;

import java.io.IOException;

/** Gathers bytes to lines that end with LF; what is longer than 1,024 bytes comes in pieces. Not thread-safe. */
abstract class LineSink implements ByteSink {

    private static final int MAX_LINE = 1024;

    private final LineBuffer line = new LineBuffer(MAX_LINE);
    /** True in the middle of a line whose beginning has gone on as a piece. */
    private boolean cut;

    /**
     * Takes a line.
     *
     * @param length of the line with its line end
     * @param content length of the line without its line end
     */
    abstract void line(byte[] bytes, int length, int content) throws IOException;

    /** Takes a piece of a line that is too long. */
    abstract void piece(byte[] bytes, int length) throws IOException;

    /** All lines have come. */
    abstract void endOfLines() throws IOException;

    @Override
    public final void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int stop = LineBuffer.behindLine(bytes, i, Math.min(end, i + MAX_LINE - line.length()));
            line.add(bytes, i, stop - i);
            i = stop;
            boolean complete = bytes[stop - 1] == '\n';
            if (complete || line.length() == MAX_LINE) {
                pass(complete);
            }
        }
    }

    @Override
    public final void end() throws IOException {
        if (line.length() > 0) {
            pass(true);
        }
        endOfLines();
    }

    private void pass(boolean complete) throws IOException {
        if (cut || !complete) {
            cut = !complete;
            piece(line.bytes(), line.length());
        } else {
            line(line.bytes(), line.length(), line.content());
        }
        line.clear();
    }
}
