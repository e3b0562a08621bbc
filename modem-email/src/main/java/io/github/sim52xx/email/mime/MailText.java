package io.github.sim52xx.email.mime;

import java.io.IOException;
import java.util.Locale;

/**
 * The text file of one mail: header lines, an empty line, the texts in UTF-8 with an empty line between two. HTML goes in
 * only as long as there is no plain text. The file gets its name last, when those of the attachments are known. Not
 * thread-safe.
 */
final class MailText {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final OpenFiles files;
    private byte[] header = {};
    private FileSink file;
    private boolean isPlain;
    private boolean hasText;
    private boolean endsLine;

    MailText(OpenFiles files) {
        this.files = files;
    }

    /** @param fields the header lines, each with its line end */
    void header(byte[] fields) {
        header = fields;
    }

    ByteSink plain(String charset) {
        return new CharsetTranscoder(charset, new Part(true));
    }

    ByteSink html(String charset) {
        return new CharsetTranscoder(charset, new Part(false));
    }

    /** Completes the file and gives it the first name with three digits that no attachment has; returns that. */
    String finish(String prefix, String extension) throws IOException {
        if (file == null) {
            begin(true);
        }
        file.end();
        int number = 0;
        String name;
        do {
            name = String.format(Locale.ROOT, "%s%03d%s", prefix, number++, extension);
        } while (files.names().isTaken(name));
        files.rename(file.name(), name);
        return name;
    }

    private void begin(boolean plain) throws IOException {
        if (file != null) {
            files.delete(file);
        }
        file = files.createTemporary();
        file.write(header, 0, header.length);
        file.write(LINE_END, 0, LINE_END.length);
        isPlain = plain;
        hasText = false;
    }

    /** One text among several. It counts from its first byte on, an empty one not at all. */
    private final class Part implements ByteSink {

        private final boolean plain;
        private boolean begun;

        Part(boolean plain) {
            this.plain = plain;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!plain && file != null && isPlain || length == 0) {
                return;
            }
            if (file == null || plain && !isPlain) {
                begin(plain);
            }
            if (!begun && hasText) {
                file.write(LINE_END, 0, LINE_END.length);
                if (!endsLine) {
                    file.write(LINE_END, 0, LINE_END.length);
                }
            }
            begun = true;
            hasText = true;
            file.write(bytes, offset, length);
            endsLine = bytes[offset + length - 1] == '\n';
        }

        @Override
        public void end() {}
    }
}
