package io.github.sim52xx.cli.files;

import io.github.sim52xx.cli.files.ModemFiles.Kind;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.ModemPath;
import java.io.IOException;

/** Makes directories and deletes things. */
public final class Changes {

    private final ModemFiles files;

    public Changes(ModemFiles files) {
        this.files = files;
    }

    /** @param parents make those that are missing, and do not mind if the directory is there */
    public void makeDirectory(ModemPath directory, boolean parents) throws IOException {
        Kind there = files.kind(directory);
        if (there == Kind.DIRECTORY && parents) {
            return;
        }
        if (there != Kind.NONE) {
            throw new IOException(directory + " exists");
        }
        if (parents) {
            makeDirectory(directory.parent(), true);
        } else if (files.kind(directory.parent()) != Kind.DIRECTORY) {
            throw new IOException(directory.parent() + ": no such directory; -p makes it too");
        }
        files.createDirectory(directory);
    }

    /**
     * Deletes a file, or a directory with all that is in it. The directories that a drive always has stay.
     *
     * @param recursive whether directories may be deleted
     * @param force whether what does not exist is all right, and a whole drive may be emptied
     */
    public void delete(ModemPath path, boolean recursive, boolean force) throws IOException {
        Kind kind = files.kind(path);
        if (kind == Kind.FILE) {
            files.delete(path);
        } else if (kind == Kind.NONE) {
            if (!force) {
                throw new IOException(path + ": no such file or directory");
            }
        } else if (!recursive) {
            throw new IOException(path + " is a directory; -r deletes it with all that is in it");
        } else if (path.isRoot() && !force) {
            throw new IOException(path + " is a whole drive; --force empties it");
        } else {
            deleteTree(path);
        }
    }

    private void deleteTree(ModemPath directory) throws IOException {
        for (String name : files.directories(directory)) {
            deleteTree(directory.child(name));
        }
        for (String name : files.files(directory)) {
            files.delete(directory.child(name));
        }
        if (!isAlwaysThere(directory)) {
            files.deleteDirectory(directory);
        }
    }

    private static boolean isAlwaysThere(ModemPath directory) {
        return directory.isRoot()
                || directory.parent().isRoot()
                        && Drive.AUTOMATIC_DIRECTORIES.stream()
                                .anyMatch(name -> name.equalsIgnoreCase(directory.name()));
    }
}
