package io.github.sim52xx.fs;

/**
 * A medium from its insertion to its removal, or from power-on to power-off. Streams hold on to it: one that was open
 * when the card was pulled stays dead when the card comes back. Thread-safe.
 */
final class Mount {

    private final Medium medium;
    private final Disk disk;
    private volatile boolean ended;

    Mount(Medium medium, Disk disk) {
        this.medium = medium;
        this.disk = disk;
    }

    /** Throws if the disk has gone. */
    void check() throws FileSystemException {
        if (ended) {
            throw new FileSystemException(FileSystemError.NO_CARD);
        }
    }

    /** Throws if the disk has gone or may not be changed. */
    void checkWritable() throws FileSystemException {
        check();
        medium.requireWritable();
    }

    /** Throws if the disk has gone or takes nothing more. */
    void checkRoom() throws FileSystemException {
        check();
        medium.requireRoom();
    }

    /** The disk, also after its removal: what was begun on it has to be given up. */
    Disk disk() {
        return disk;
    }

    void end() {
        ended = true;
    }
}
