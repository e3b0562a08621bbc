package io.github.sim52xx.fs;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.google.common.jimfs.PathNormalization;
import com.google.common.jimfs.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What is stored on a drive, in memory: a Jimfs file system of its own. What the modem sees lies in {@code /tree}; what
 * is being written waits in {@code /staged}, where it takes up space already. Each single method is safe for use by any
 * thread; what belongs together is held together by {@link Volume}.
 */
final class Disk {

    enum Kind {
        NONE,
        FILE,
        DIRECTORY
    }

    static final int BLOCK = 4096;
    /** Names take no block, but they may not fill the memory of the host either. */
    private static final int FREE_ENTRIES = 1024;

    private final Drive drive;
    private final Path tree;
    private final Path staged;
    private final FileStore store;
    private final long maxEntries;
    private final AtomicInteger entries = new AtomicInteger();
    private final AtomicLong stagings = new AtomicLong();

    /** @param clock what the modem's clock shows */
    Disk(Drive drive, long capacity, Supplier<LocalDateTime> clock) throws IOException {
        this.drive = drive;
        Configuration.Builder configuration = Configuration.builder(PathType.unix())
                .setRoots("/")
                .setWorkingDirectory("/")
                .setAttributeViews("basic")
                .setBlockSize(BLOCK)
                .setMaxSize(Math.max(1, capacity))
                .setMaxCacheSize(0)
                .setFileTimeSource(() -> time(clock.get()));
        if (drive == Drive.D) {
            configuration.setNameCanonicalNormalization(PathNormalization.CASE_FOLD_ASCII);
            configuration.setPathEqualityUsesCanonicalForm(true);
        }
        FileSystem memory = Jimfs.newFileSystem(configuration.build());
        tree = Files.createDirectory(memory.getPath("/tree"));
        staged = Files.createDirectory(memory.getPath("/staged"));
        store = Files.getFileStore(tree);
        maxEntries = FREE_ENTRIES + capacity / BLOCK;
    }

    Path at(ModemPath path) {
        if (path.drive() != drive) {
            throw new IllegalArgumentException(path + " is not on " + drive);
        }
        Path place = tree;
        for (String name : path.names()) {
            place = place.resolve(name);
        }
        return place;
    }

    /** The path with its names as they were given when its files were made. */
    ModemPath actual(ModemPath path) throws IOException {
        List<String> names = new ArrayList<>();
        tree.relativize(at(path).toRealPath()).forEach(name -> names.add(name.toString()));
        return path.isRoot() ? path : ModemPath.of(drive, names);
    }

    Kind kind(Path place) {
        return Files.isDirectory(place) ? Kind.DIRECTORY : Files.exists(place) ? Kind.FILE : Kind.NONE;
    }

    /** The names of that kind in a directory, sorted. */
    List<String> list(Path directory, Kind kind) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, child -> kind(child) == kind)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }

    long size(Path file) throws IOException {
        return Files.size(file);
    }

    LocalDateTime created(Path file) throws IOException {
        FileTime time = Files.readAttributes(file, BasicFileAttributes.class).creationTime();
        return LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC);
    }

    void setCreated(Path file, LocalDateTime created) throws IOException {
        Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(null, null, time(created));
    }

    /** An empty directory for files that wait. */
    Path newStaging() throws IOException {
        return Files.createDirectory(freshStaged());
    }

    /** Makes a directory, for which an entry has been claimed. */
    void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
    }

    /** Makes a file and claims an entry for it. */
    OutputStream create(Path file) throws IOException {
        claim(1);
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    InputStream read(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /** Moves what lies at {@code from} to where nothing is, at once. */
    void move(Path from, Path to) throws IOException {
        if (from.equals(to)) {
            // Another case of the same name: Jimfs would not move it.
            Path aside = freshStaged();
            Files.move(from, aside);
            Files.move(aside, to);
        } else {
            Files.move(from, to);
        }
    }

    void delete(Path place) throws IOException {
        Files.delete(place);
        release(1);
    }

    /** Gives up a directory made by {@link #newStaging} with the files in it. */
    void discardStaging(Path staging) {
        try {
            for (String name : list(staging, Kind.FILE)) {
                delete(staging.resolve(name));
            }
            Files.delete(staging);
        } catch (IOException e) {
            throw new UncheckedIOException("memory fails", e);
        }
    }

    long free() throws IOException {
        return store.getUnallocatedSpace();
    }

    long used() throws IOException {
        return store.getTotalSpace() - store.getUnallocatedSpace();
    }

    /** Takes room for that many more names. */
    void claim(int count) throws FileSystemException {
        if (entries.addAndGet(count) > maxEntries) {
            release(count);
            throw new FileSystemException(FileSystemError.noSpace(drive));
        }
    }

    /** Gives room for names back. */
    void release(int count) {
        entries.addAndGet(-count);
    }

    private Path freshStaged() {
        return staged.resolve(Long.toString(stagings.incrementAndGet()));
    }

    private static FileTime time(LocalDateTime shown) {
        return FileTime.from(shown.truncatedTo(ChronoUnit.SECONDS).toInstant(ZoneOffset.UTC));
    }
}
