package io.github.sim52xx.fs;

/**
 * A disk from its insertion to its removal. Streams hold on to it: one that was open when the card was pulled stays
 * dead when the card comes back. Thread-safe.
 */
final class Mount {

    private final Disk disk;
    private volatile boolean ended;

    Mount(Disk disk) {
        this.disk = disk;
    }

    /** Throws if the disk has gone. */
    void check() throws FileSystemException {
        if (ended) {
            throw new FileSystemException(FileSystemError.NO_CARD);
        }
    }

    /** The disk, also after its removal: what was begun on it has to be given up. */
    Disk disk() {
        return disk;
    }

    void end() {
        ended = true;
    }
}
