package io.github.sim52xx.fs;

import java.io.IOException;

/**
 * The file system refuses. An {@link IOException}, so that streams into and out of a {@link Volume} can say it too.
 */
public final class FileSystemException extends IOException {

    private final FileSystemError error;

    public FileSystemException(FileSystemError error) {
        super(error.phrase());
        this.error = error;
    }

    public FileSystemException(FileSystemError error, IOException cause) {
        super(error.phrase(), cause);
        this.error = error;
    }

    public FileSystemError error() {
        return error;
    }
}
