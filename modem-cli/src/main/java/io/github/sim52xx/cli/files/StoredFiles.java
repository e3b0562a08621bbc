package io.github.sim52xx.cli.files;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Progress;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files of a modem in this process: one that is stopped, whose storage has been opened for this. */
public final class StoredFiles implements ModemFiles {

    private static final int PIECE = 64 * 1024;

    private final Storage storage;
    private final Runnable release;

    /** @param release gives the storage back */
    public StoredFiles(Storage storage, Runnable release) {
        this.storage = storage;
        this.release = release;
    }

    private interface Work<T> {
        T on(Volume volume) throws IOException;
    }

    @Override
    public List<Drive> drives() {
        List<Drive> drives = new ArrayList<>(List.of(Drive.values()));
        drives.removeIf(drive -> drive == Drive.D && !storage.cardInserted());
        return drives;
    }

    @Override
    public long free(Drive drive) throws IOException {
        return on(ModemPath.root(drive), volume -> volume.capacity() - volume.used());
    }

    @Override
    public Kind kind(ModemPath path) throws IOException {
        return on(
                path,
                volume -> volume.isDirectory(path) ? Kind.DIRECTORY : volume.exists(path) ? Kind.FILE : Kind.NONE);
    }

    @Override
    public List<String> directories(ModemPath directory) throws IOException {
        return on(directory, volume -> volume.directories(directory));
    }

    @Override
    public List<String> files(ModemPath directory) throws IOException {
        return on(directory, volume -> volume.files(directory));
    }

    @Override
    public Attributes attributes(ModemPath file) throws IOException {
        return on(file, volume -> new Attributes(volume.size(file), volume.created(file)));
    }

    @Override
    public void read(ModemPath file, OutputStream to, Progress progress) throws IOException {
        on(file, volume -> {
            try (InputStream from = volume.open(file)) {
                return copy(from, to, volume.size(file), progress);
            }
        });
    }

    @Override
    public void write(ModemPath file, InputStream from, long size, Progress progress) throws IOException {
        on(file, volume -> {
            try (NewFile to = volume.create(file)) {
                copy(from, to, size, progress);
                to.commit();
                return null;
            }
        });
    }

    @Override
    public void delete(ModemPath file) throws IOException {
        on(file, volume -> {
            volume.deleteFile(file);
            return null;
        });
    }

    @Override
    public void rename(ModemPath file, String name) throws IOException {
        on(file, volume -> {
            volume.rename(file, name);
            return null;
        });
    }

    @Override
    public void createDirectory(ModemPath directory) throws IOException {
        on(directory, volume -> {
            volume.createDirectory(directory);
            return null;
        });
    }

    @Override
    public void deleteDirectory(ModemPath directory) throws IOException {
        on(directory, volume -> {
            volume.deleteDirectory(directory);
            return null;
        });
    }

    @Override
    public void close() {
        release.run();
    }

    private <T> T on(ModemPath path, Work<T> work) throws IOException {
        try {
            return work.on(storage.volume(path.drive()));
        } catch (FileSystemException e) {
            throw new IOException(path + ": " + e.error().phrase().toLowerCase(Locale.ROOT), e);
        }
    }

    private static Void copy(InputStream from, OutputStream to, long size, Progress progress) throws IOException {
        byte[] piece = new byte[PIECE];
        long done = 0;
        for (int count = 0; count >= 0; count = from.read(piece)) {
            to.write(piece, 0, count);
            done += count;
            progress.copied(done, size);
        }
        return null;
    }
}
