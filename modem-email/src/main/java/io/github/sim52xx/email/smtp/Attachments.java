package io.github.sim52xx.email.smtp;

import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that go along (+SMTPFILE): ten at the most, 10 MB together, no two of the same name. Confined to the
 * modem's thread.
 */
public final class Attachments {

    public static final int MAX_FILES = 10;
    public static final long MAX_TOTAL = 10L * 1024 * 1024;

    private final Storage storage;
    private final SortedMap<Integer, ModemPath> files = new TreeMap<>();

    Attachments(Storage storage) {
        this.storage = storage;
    }

    /** What came of an attempt to attach a file. */
    public enum Result {
        ATTACHED,
        /** No such file in the current directory. */
        MISSING,
        /** One of that name is attached already. */
        TWICE,
        /** More than 10 MB in all. */
        OVERSIZE
    }

    /**
     * Attaches a file of the current directory.
     *
     * @param index 1 to 10
     * @param typed its name
     */
    public Result attach(int index, String typed) {
        try {
            ModemPath path = actual(storage.resolve(typed));
            if (!path.parent().equals(storage.currentDirectory())) {
                return Result.MISSING;
            }
            if (isAttached(index, path)) {
                return Result.TWICE;
            }
            if (totalWithout(index) + size(path) > MAX_TOTAL) {
                return Result.OVERSIZE;
            }
            files.put(index, path);
            return Result.ATTACHED;
        } catch (FileSystemException e) {
            return Result.MISSING;
        }
    }

    public void remove(int index) {
        files.remove(index);
    }

    public void clear() {
        files.clear();
    }

    /** By index, in the order in which they are sent. */
    public SortedMap<Integer, ModemPath> files() {
        return files;
    }

    private boolean isAttached(int index, ModemPath path) {
        return files.entrySet().stream()
                .anyMatch(
                        file -> file.getKey() != index && file.getValue().name().equals(path.name()));
    }

    private long totalWithout(int index) {
        long total = 0;
        for (var file : files.entrySet()) {
            if (file.getKey() != index) {
                total += sizeOrNothing(file.getValue());
            }
        }
        return total;
    }

    /** A file that has gone since is a matter of the sending. */
    private long sizeOrNothing(ModemPath path) {
        try {
            return size(path);
        } catch (FileSystemException e) {
            return 0;
        }
    }

    /** The card does not tell case: the name is the one that the file has there. */
    private ModemPath actual(ModemPath path) throws FileSystemException {
        return storage.volume(path.drive()).actual(path);
    }

    private long size(ModemPath path) throws FileSystemException {
        return storage.volume(path.drive()).size(path);
    }
}
