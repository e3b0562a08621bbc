package io.github.sim52xx.fs;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/**
 * What a drive stores on: the flash, or a card, in its slot or not. The content is in memory from the first use on. It
 * may be protected against writing, and it may be full: then it takes no byte and no name more, whatever it holds.
 * Thread-safe, but for {@link #disk}, which belongs to {@link Volume}.
 */
final class Medium {

    private final Drive drive;
    private final long capacity;
    private final Supplier<LocalDateTime> clock;
    private final Mirror mirror;
    private volatile boolean full;
    private volatile boolean readOnly;
    /** Made on first use. */
    private Disk disk;

    /**
     * @param capacity in bytes; it is used in blocks of 4096
     * @param mirror keeps the content beyond the life of this medium
     */
    Medium(Drive drive, long capacity, Supplier<LocalDateTime> clock, Mirror mirror) {
        this.drive = drive;
        this.capacity = capacity / Disk.BLOCK * Disk.BLOCK;
        this.clock = clock;
        this.mirror = mirror;
    }

    /** Another one for the same drive, empty, that nobody keeps. */
    Medium another(long bytes) {
        return new Medium(drive, bytes, clock, Mirror.NONE);
    }

    long capacity() {
        return capacity;
    }

    Mirror mirror() {
        return mirror;
    }

    boolean isFull() {
        return full;
    }

    void setFull(boolean value) {
        full = value;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    void setReadOnly(boolean value) {
        readOnly = value;
    }

    /** How many bytes are taken, by what is being written too; all of them if it is full. */
    long used() throws FileSystemException {
        return full ? capacity : Attempt.read(() -> disk().used());
    }

    /** Throws if nothing may be changed. */
    void requireWritable() throws FileSystemException {
        if (readOnly) {
            throw new FileSystemException(
                    FileSystemError.WRITE, new IOException(drive + ": is protected against writing"));
        }
    }

    /** Throws if nothing may be added. */
    void requireRoom() throws FileSystemException {
        requireWritable();
        if (full) {
            throw new FileSystemException(FileSystemError.noSpace(drive));
        }
    }

    Disk disk() throws FileSystemException {
        if (disk == null) {
            disk = Attempt.read(this::loaded);
        }
        return disk;
    }

    /** Everything but what the mirror keeps is forgotten. */
    void forget() {
        disk = null;
    }

    private Disk loaded() throws IOException {
        Disk fresh = new Disk(drive, capacity, clock);
        mirror.load(fresh);
        for (String name : Drive.AUTOMATIC_DIRECTORIES) {
            ModemPath directory = ModemPath.root(drive).child(name);
            if (fresh.kind(fresh.at(directory)) == Disk.Kind.NONE) {
                mirror.createDirectory(directory);
                fresh.claim(1);
                fresh.createDirectory(fresh.at(directory));
            }
        }
        return fresh;
    }
}
