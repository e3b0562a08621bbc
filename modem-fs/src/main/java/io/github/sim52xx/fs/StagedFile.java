package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * A file that is being written into a {@link Staging}. Bytes go straight to the disk and its mirror. The first failure
 * is final: a file with a gap is never committed. For one thread at a time.
 */
final class StagedFile extends OutputStream {

    private final Mount mount;
    private final Drive drive;
    private final OutputStream content;
    private final OutputStream mirrored;
    private String name;
    private FileSystemException failure;
    private boolean closed;

    /** @param mirrored takes a copy; gets all bytes before {@link #close} returns */
    StagedFile(Mount mount, Drive drive, String name, OutputStream content, OutputStream mirrored) {
        this.mount = mount;
        this.drive = drive;
        this.name = name;
        this.content = content;
        this.mirrored = mirrored;
    }

    String name() {
        return name;
    }

    void renamed(String newName) {
        name = newName;
    }

    @Override
    public void write(int b) throws FileSystemException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws FileSystemException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (closed) {
            throw new FileSystemException(FileSystemError.WRITE, new IOException("closed"));
        }
        requireWhole();
        try {
            mount.checkWritable();
            // Jimfs would take a block for no bytes.
            if (length > 0) {
                mount.checkRoom();
                store(bytes, offset, length);
            }
        } catch (FileSystemException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() throws FileSystemException {
        if (closed) {
            return;
        }
        closed = true;
        try (content;
                mirrored) {
            mirrored.flush();
        } catch (IOException e) {
            if (failure == null) {
                failure = new FileSystemException(FileSystemError.WRITE, e);
                throw failure;
            }
        }
    }

    /** As {@link #close}, when what could not be written is given up anyway. */
    void abandon() {
        try {
            close();
        } catch (FileSystemException e) {
            failure = e;
        }
    }

    /** Throws what writing has failed with. */
    void requireWhole() throws FileSystemException {
        if (failure != null) {
            throw new FileSystemException(failure.error(), failure);
        }
    }

    private void store(byte[] bytes, int offset, int length) throws FileSystemException {
        try {
            content.write(bytes, offset, length);
        } catch (IOException e) {
            throw new FileSystemException(FileSystemError.noSpace(drive), e);
        }
        try {
            mirrored.write(bytes, offset, length);
        } catch (IOException e) {
            throw new FileSystemException(FileSystemError.WRITE, e);
        }
    }
}
