package io.github.sim52xx.email.mime;

import java.io.IOException;

/**
 * Decodes the transfer encodings uuencode, x-uuencode and the like: what stands between {@code begin} and {@code end}.
 * Without a {@code begin} the bytes stay as they are. Not thread-safe.
 */
final class UuDecoder extends LineSink {

    private enum State {
        BEFORE_BEGIN,
        DATA,
        AFTER_END
    }

    private final ByteSink next;
    private final Spool undecided;
    private final byte[] decoded = new byte[64];
    private State state = State.BEFORE_BEGIN;

    UuDecoder(ByteSink next, OpenFiles files) {
        this.next = next;
        undecided = new Spool(files);
    }

    @Override
    void line(byte[] bytes, int length, int content) throws IOException {
        switch (state) {
            case BEFORE_BEGIN:
                if (UuLine.nameIn(bytes, content) == null) {
                    undecided.write(bytes, 0, length);
                } else {
                    undecided.discard();
                    state = State.DATA;
                }
                break;
            case DATA:
                if (UuLine.isEnd(bytes, content)) {
                    state = State.AFTER_END;
                } else {
                    next.write(decoded, 0, UuLine.decode(bytes, content, decoded));
                }
                break;
            default:
                break;
        }
    }

    @Override
    void piece(byte[] bytes, int length) throws IOException {
        if (state == State.BEFORE_BEGIN) {
            undecided.write(bytes, 0, length);
        }
    }

    @Override
    void endOfLines() throws IOException {
        if (state == State.BEFORE_BEGIN) {
            undecided.replay(next);
        }
        next.end();
    }
}
