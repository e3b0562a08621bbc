package io.github.sim52xx.fs;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;

/** Turns failures of the medium below into those of the file system. */
final class Attempt {

    private Attempt() {}

    interface Work<T> {
        T run() throws IOException;
    }

    interface Action {
        void run() throws IOException;
    }

    static <T> T read(Work<T> work) throws FileSystemException {
        return attempt(FileSystemError.READ, work);
    }

    static <T> T write(Work<T> work) throws FileSystemException {
        return attempt(FileSystemError.WRITE, work);
    }

    static void write(Action action) throws FileSystemException {
        attempt(FileSystemError.WRITE, () -> {
            action.run();
            return null;
        });
    }

    private static <T> T attempt(FileSystemError error, Work<T> work) throws FileSystemException {
        try {
            return work.run();
        } catch (FileSystemException e) {
            throw e;
        } catch (FileAlreadyExistsException e) {
            throw new FileSystemException(FileSystemError.CREATE, e);
        } catch (IOException e) {
            throw new FileSystemException(error, e);
        }
    }
}
