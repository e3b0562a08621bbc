package io.github.sim52xx.email.mime;

import java.io.IOException;
import java.io.OutputStream;

/** A file that is being written. Gathers small pieces, so that a file costs few writes. Not thread-safe. */
final class FileSink implements ByteSink {

    private static final int GATHERED = 8 * 1024;
    private static final byte[] NOTHING = {};

    private final String name;
    private final OutputStream out;
    private final OpenFiles files;
    private byte[] gathered = NOTHING;
    private int pending;
    private long size;
    private boolean closed;

    FileSink(String name, OutputStream out, OpenFiles files) {
        this.name = name;
        this.out = out;
        this.files = files;
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (length > gathered.length - pending) {
            flush();
            if (length >= GATHERED / 2) {
                out.write(bytes, offset, length);
                return;
            }
            gathered = gathered.length == 0 ? new byte[GATHERED] : gathered;
        }
        System.arraycopy(bytes, offset, gathered, pending, length);
        pending += length;
    }

    /** Closes the file, also when the last bytes do not fit any more. Harmless when repeated. */
    @Override
    public void end() throws IOException {
        if (!closed) {
            closed = true;
            files.closed(this);
            try (out) {
                flush();
            }
            gathered = NOTHING;
        }
    }

    /** Closes the file, whose content does not matter any more. */
    void abandon() throws IOException {
        pending = 0;
        end();
    }

    private void flush() throws IOException {
        if (pending > 0) {
            int length = pending;
            pending = 0;
            out.write(gathered, 0, length);
        }
    }
}
