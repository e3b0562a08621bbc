package io.github.sim52xx.fs;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that are written out of sight and appear together as one new directory, or not at all: a mail with its
 * attachments. They take up space from the first byte on. Nothing of them is held in memory beside the volume itself.
 *
 * <pre>{@code
 * try (Staging mail = volume.stage()) {
 *     try (OutputStream text = mail.file("EMAIL000.TXT")) { … }
 *     mail.commit(directory);
 * }
 * }</pre>
 *
 * <p>For one thread at a time, which need not be the modem's.
 */
public final class Staging implements AutoCloseable {

    private final Volume volume;
    private final Mount mount;
    private final Path directory;
    private final Mirror.Area mirrored;
    private final Map<String, StagedFile> files = new LinkedHashMap<>();
    private boolean finished;

    Staging(Volume volume, Mount mount, Path directory, Mirror.Area mirrored) {
        this.volume = volume;
        this.mount = mount;
        this.directory = directory;
        this.mirrored = mirrored;
    }

    /**
     * Makes a file and returns where its content goes. The stream throws {@link FileSystemException} when the volume is
     * full or gone; the file can then only be {@linkplain #delete deleted}.
     */
    public OutputStream file(String name) throws FileSystemException {
        Path place = place(name);
        requireFree(name);
        mount.checkRoom();
        OutputStream content = Attempt.write(() -> mount.disk().create(place));
        OutputStream copy;
        try {
            copy = Attempt.write(() -> mirrored.create(name));
        } catch (FileSystemException e) {
            Attempt.write(() -> {
                content.close();
                mount.disk().delete(place);
            });
            throw e;
        }
        StagedFile file = new StagedFile(mount, volume.drive(), name, content, copy);
        files.put(key(name), file);
        return file;
    }

    /** True if there is a file of that name. */
    public boolean exists(String name) {
        return files.containsKey(key(name));
    }

    /** Reads back what has been written into a file. */
    public InputStream open(String name) throws FileSystemException {
        StagedFile file = existing(name);
        file.requireWhole();
        return new OpenFile(mount, Attempt.read(() -> mount.disk().read(directory.resolve(file.name()))));
    }

    /** Gives a file another name that is free, or the same in another case. */
    public void rename(String name, String renamed) throws FileSystemException {
        StagedFile file = existing(name);
        Path place = place(renamed);
        if (!key(name).equals(key(renamed))) {
            requireFree(renamed);
        }
        Attempt.write(() -> {
            mirrored.rename(file.name(), renamed);
            mount.disk().move(directory.resolve(file.name()), place);
        });
        files.remove(key(name));
        file.renamed(renamed);
        files.put(key(renamed), file);
    }

    /** Gives up a file. */
    public void delete(String name) throws FileSystemException {
        StagedFile file = existing(name);
        file.abandon();
        Attempt.write(() -> {
            mirrored.delete(file.name());
            mount.disk().delete(directory.resolve(file.name()));
        });
        files.remove(key(name));
    }

    /**
     * Closes the files that are still open and makes all of them appear as {@code target}, which must not exist; its
     * parents are made if they are missing. May be tried again elsewhere if the target exists.
     */
    public void commit(ModemPath target) throws FileSystemException {
        complete();
        for (StagedFile file : files.values()) {
            target.child(file.name());
        }
        volume.commitDirectory(this, target);
        finished = true;
    }

    /** Makes the only file appear as {@code target}. */
    void commitFile(ModemPath target) throws FileSystemException {
        complete();
        volume.commitFile(this, target);
        close();
    }

    /** Gives everything up that has not been committed. */
    @Override
    public void close() {
        if (finished) {
            return;
        }
        finished = true;
        files.values().forEach(StagedFile::abandon);
        mirrored.discard();
        mount.disk().discardStaging(directory);
    }

    Mount mount() {
        return mount;
    }

    Path directory() {
        return directory;
    }

    Mirror.Area mirrored() {
        return mirrored;
    }

    private void complete() throws FileSystemException {
        mount.check();
        if (finished) {
            throw new IllegalStateException("committed or closed");
        }
        for (StagedFile file : files.values()) {
            file.close();
            file.requireWhole();
            Attempt.write(() -> mirrored.complete(file.name(), mount.disk().created(directory.resolve(file.name()))));
        }
    }

    private Path place(String name) throws FileSystemException {
        mount.check();
        if (!FileName.isValid(name)) {
            throw new FileSystemException(FileSystemError.INVALID_NAME);
        }
        return directory.resolve(name);
    }

    private void requireFree(String name) throws FileSystemException {
        if (exists(name)) {
            throw new FileSystemException(FileSystemError.FILE_EXISTS);
        }
    }

    private StagedFile existing(String name) throws FileSystemException {
        mount.check();
        StagedFile file = files.get(key(name));
        if (file == null) {
            throw new FileSystemException(FileSystemError.NO_FILE);
        }
        return file;
    }

    private String key(String name) {
        return volume.drive().key(name);
    }
}
