package io.github.sim52xx.fs;

/**
 * Hears of files and directories that come and go. Called in the order of the changes on whichever thread makes them,
 * while the volume is locked: it may keep what it hears and nothing else.
 */
@FunctionalInterface
public interface FileListener {

    /** Hears nothing. */
    FileListener NONE = (change, path) -> {};

    /** What has happened. A file that gets another name is removed and created. */
    enum Change {
        CREATED,
        REMOVED,
        /** Of a drive: everything on it is gone. */
        FORMATTED
    }

    void changed(Change change, ModemPath path);
}
