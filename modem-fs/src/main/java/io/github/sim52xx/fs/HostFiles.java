package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The host's files as they are. */
final class HostFiles implements Host {

    /** Taken to write by closing, to read by every change. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    @Override
    public BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public boolean accessible(Path path) {
        boolean directory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        return Files.isReadable(path) && (!directory || Files.isWritable(path) && Files.isExecutable(path));
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            children.forEach(paths::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return paths;
    }

    @Override
    public InputStream read(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        return changed(() -> Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        changed(() -> Files.createDirectory(directory));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        changed(() -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    }

    @Override
    public void delete(Path path) throws IOException {
        change(() -> Files.delete(path));
    }

    @Override
    public void setModified(Path file, FileTime time) throws IOException {
        change(() -> Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(time, null, null));
    }

    @Override
    public void close(Change last) {
        open.writeLock().lock();
        try {
            if (!closed) {
                last.make();
            }
        } catch (IOException e) {
            // What is left goes when the directory is opened again.
        } finally {
            closed = true;
            open.writeLock().unlock();
        }
    }

    /** A change that takes one step. */
    private interface Step<T> {
        T make() throws IOException;
    }

    private <T> T changed(Step<T> step) throws IOException {
        open.readLock().lock();
        try {
            if (closed) {
                throw new IOException("the state directory is closed");
            }
            return step.make();
        } finally {
            open.readLock().unlock();
        }
    }

    private void change(Change step) throws IOException {
        changed(() -> {
            step.make();
            return null;
        });
    }
}
