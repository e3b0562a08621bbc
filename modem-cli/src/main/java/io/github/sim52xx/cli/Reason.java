package io.github.sim52xx.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why something could not be done with a file, for a person: {@code /dev/x: no such file or directory}. */
final class Reason {

    private Reason() {}

    /** For an exception that may know the file. */
    static String of(IOException e) {
        return e instanceof FileSystemException failed && failed.getFile() != null
                ? failed.getFile() + ": " + why(e)
                : why(e);
    }

    /** For the file that the person has named. */
    static String of(Path file, IOException e) {
        return file + ": " + why(e);
    }

    private static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "not a directory";
        }
        if (e instanceof CharacterCodingException) {
            return "not UTF-8";
        }
        return e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : e.getMessage();
    }
}
