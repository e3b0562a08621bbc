package io.github.sim52xx.email.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps bytes of which it shows only later where they belong: in memory as long as they are few, in a file of the
 * mail's directory then. Not thread-safe.
 */
final class Spool {

    private static final int IN_MEMORY = 16 * 1024;

    private final OpenFiles files;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
    private FileSink file;

    Spool(OpenFiles files) {
        this.files = files;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        if (file == null && memory.size() + length <= IN_MEMORY) {
            memory.write(bytes, offset, length);
            return;
        }
        if (file == null) {
            file = files.createTemporary();
            file.write(memory.toByteArray(), 0, memory.size());
            memory.reset();
        }
        file.write(bytes, offset, length);
    }

    /** Passes everything on, in order, and forgets it. Does not end {@code to}. */
    void replay(ByteSink to) throws IOException {
        if (file == null) {
            byte[] bytes = memory.toByteArray();
            memory.reset();
            to.write(bytes, 0, bytes.length);
            return;
        }
        file.end();
        try (InputStream in = files.read(file.name())) {
            byte[] piece = new byte[8 * 1024];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                to.write(piece, 0, n);
            }
        }
        discard();
    }

    void discard() throws IOException {
        memory.reset();
        if (file != null) {
            FileSink written = file;
            file = null;
            files.delete(written);
        }
    }
}
