package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that is being written. It takes up space from the first byte on, and appears when it is committed; if it is
 * closed before that, it has never been there. Writing
 * throws {@link FileSystemException} when the volume is full or gone. For one thread at a time, which need not be the modem's.
 */
public final class NewFile extends OutputStream {

    private final Staging staging;
    private final OutputStream content;
    private final ModemPath place;

    NewFile(Staging staging, ModemPath place) throws FileSystemException {
        this.staging = staging;
        this.content = staging.file(place.name());
        this.place = place;
    }

    @Override
    public void write(int b) throws IOException {
        content.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        content.write(bytes, offset, length);
    }

    /** Closes the file and makes it appear, unless another one of its name has appeared in the meantime. */
    public void commit() throws FileSystemException {
        staging.commitFile(place);
    }

    @Override
    public void close() {
        staging.close();
    }
}
