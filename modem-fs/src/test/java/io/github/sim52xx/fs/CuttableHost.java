package io.github.sim52xx.fs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The host's files until the power fails, or one change does, after so many changes. A write is cut in its middle. Safe
 * for use by any thread.
 */
public final class CuttableHost implements Host {

    /** The process is no more. */
    public static final class PowerCut extends Error {
        PowerCut() {
            super("power cut", null, false, false);
        }
    }

    private final Host host = new HostFiles();
    private int left = Integer.MAX_VALUE;
    private int changes;
    private volatile boolean off;
    private boolean onlyOnce;
    private Path denied;

    /** Takes a state directory on this host into use. */
    public StateDirectory open(Path directory) throws IOException {
        return StateDirectory.open(directory, this);
    }

    /** True once the power has failed. */
    public boolean isOff() {
        return off;
    }

    /** Cuts the power after {@code count} more changes. */
    public synchronized void cutAfter(int count) {
        left = count;
        changes = 0;
    }

    /** Lets one change fail after {@code count} more, as a full disk would. */
    synchronized void failAfter(int count) {
        cutAfter(count);
        onlyOnce = true;
    }

    /** The user has no permission for {@code path}. */
    void deny(Path path) {
        denied = path;
    }

    /** Changes since {@link #cutAfter}. */
    public synchronized int changes() {
        return changes;
    }

    @Override
    public BasicFileAttributes attributes(Path path) throws IOException {
        requirePower();
        return host.attributes(path);
    }

    @Override
    public boolean accessible(Path path) {
        requirePower();
        return !path.equals(denied) && host.accessible(path);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        requirePower();
        return host.list(directory);
    }

    @Override
    public InputStream read(Path file) throws IOException {
        requirePower();
        return host.read(file);
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        change();
        return new FilterOutputStream(host.create(file)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    change();
                } catch (PowerCut | IOException e) {
                    out.write(bytes, offset, length / 2);
                    throw e;
                }
                out.write(bytes, offset, length);
            }
        };
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        change();
        host.createDirectory(directory);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        change();
        host.move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        change();
        host.delete(path);
    }

    @Override
    public void setModified(Path file, FileTime time) throws IOException {
        change();
        host.setModified(file, time);
    }

    @Override
    public void close(Change last) {
        host.close(off ? () -> {} : last);
    }

    private synchronized void change() throws IOException {
        requirePower();
        if (changes == left) {
            left = Integer.MAX_VALUE;
            if (onlyOnce) {
                throw new IOException("disk full");
            }
            off = true;
            throw new PowerCut();
        }
        changes++;
    }

    private void requirePower() {
        if (off) {
            throw new PowerCut();
        }
    }
}
