package io.github.sim52xx.cli.mail;

import java.io.IOException;

/**
 * The mail that follows DATA: everything up to a line that is a dot, without the dots that were put before others (RFC
 * 5321 4.5.2). Only CR LF ends a line, so a dot between bare CRs or LFs neither ends a mail nor is taken from it. Whole
 * buffers are searched for the three bytes CR LF dot. Confined to the session's thread.
 */
final class DotReader {

    /** CR LF and dot at the start of the line, CR LF behind it. */
    private static final int MARK = 5;

    private final Input input;

    DotReader(Input input) {
        this.input = input;
    }

    void readInto(ByteSink sink) throws IOException {
        if (readFirstDot()) {
            return;
        }
        for (; ; ) {
            int from = input.start();
            int dot = LineDots.find(input.bytes(), from, input.end());
            if (dot < 0) {
                // The last two bytes may be the line end that a dot is going to follow.
                emit(sink, Math.max(0, input.end() - from - 2));
                input.fill();
            } else if (input.end() < dot - 2 + MARK) {
                emit(sink, dot - 2 - from);
                input.fill();
            } else {
                emit(sink, dot - from);
                input.consume(1);
                if (atLineEnd()) {
                    input.consume(2);
                    return;
                }
            }
        }
    }

    /** The start of the mail is the start of a line, too; true if that is all. */
    private boolean readFirstDot() throws IOException {
        while (input.end() == input.start()
                || input.bytes()[input.start()] == '.' && input.end() - input.start() < MARK - 2) {
            input.fill();
        }
        if (input.bytes()[input.start()] == '.') {
            input.consume(1);
            if (atLineEnd()) {
                input.consume(2);
                return true;
            }
        }
        return false;
    }

    private boolean atLineEnd() {
        return input.bytes()[input.start()] == '\r' && input.bytes()[input.start() + 1] == '\n';
    }

    private void emit(ByteSink sink, int count) throws IOException {
        sink.write(input.bytes(), input.start(), count);
        input.consume(count);
    }
}
