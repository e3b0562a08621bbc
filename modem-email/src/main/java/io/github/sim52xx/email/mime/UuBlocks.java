package io.github.sim52xx.email.mime;

import java.io.IOException;

/**
 * Takes files out of a text that stand there uuencoded, as mails had them before MIME: {@code begin 644 name}, lines of
 * data, an empty one, {@code end}. Anything else that begins like that stays in the text. Not thread-safe.
 */
final class UuBlocks extends LineSink {

    private enum State {
        TEXT,
        DATA,
        /** The line that holds nothing has come. */
        EMPTY_LINE
    }

    private final ByteSink text;
    private final Attachments attachments;
    private final OpenFiles files;
    private final Spool block;
    private State state = State.TEXT;
    private String name;

    UuBlocks(ByteSink text, Attachments attachments, OpenFiles files) {
        this.text = text;
        this.attachments = attachments;
        this.files = files;
        block = new Spool(files);
    }

    @Override
    void line(byte[] bytes, int length, int content) throws IOException {
        switch (state) {
            case TEXT:
                name = UuLine.nameIn(bytes, content);
                if (name != null && attachments.hasRoom()) {
                    block.write(bytes, 0, length);
                    state = State.DATA;
                } else {
                    text.write(bytes, 0, length);
                }
                break;
            case DATA:
            case EMPTY_LINE:
                blockLine(bytes, length, content);
                break;
        }
    }

    @Override
    void piece(byte[] bytes, int length) throws IOException {
        backToText();
        text.write(bytes, 0, length);
    }

    @Override
    void endOfLines() throws IOException {
        backToText();
        text.end();
    }

    private void blockLine(byte[] bytes, int length, int content) throws IOException {
        if (UuLine.isEnd(bytes, content)) {
            save();
            state = State.TEXT;
        } else if (UuLine.isEmpty(bytes, content)) {
            block.write(bytes, 0, length);
            state = State.EMPTY_LINE;
        } else if (state == State.DATA && UuLine.isData(bytes, content)) {
            block.write(bytes, 0, length);
        } else {
            backToText();
            line(bytes, length, content);
        }
    }

    private void save() throws IOException {
        UuDecoder decoder = new UuDecoder(attachments.create(EncodedWords.decode(name), ""), files);
        block.replay(decoder);
        decoder.end();
    }

    /** What looked like a block was none, or has no end. */
    private void backToText() throws IOException {
        if (state != State.TEXT) {
            state = State.TEXT;
            block.replay(text);
        }
    }
}
