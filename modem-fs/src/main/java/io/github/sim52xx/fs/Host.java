package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Everything that is ever done to the host's files. Narrow on purpose: a test cuts the power before each single one of
 * these. Symbolic links are never followed. Thread-safe.
 */
interface Host {

    /** What lies there, or null if nothing does. */
    BasicFileAttributes attributes(Path path) throws IOException;

    /** True if the user may do everything with a directory, or read a file. */
    boolean accessible(Path path);

    List<Path> list(Path directory) throws IOException;

    InputStream read(Path file) throws IOException;

    /** Makes a file where nothing is. */
    OutputStream create(Path file) throws IOException;

    void createDirectory(Path directory) throws IOException;

    /** Moves a file or a directory at once; a file replaces one that lies at {@code to}. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file, a link or an empty directory. */
    void delete(Path path) throws IOException;

    void setModified(Path file, FileTime time) throws IOException;

    /** Every later change fails; {@code last} comes before that, while no other one is under way. */
    void close(Change last);

    /** Something that changes the files. */
    interface Change {
        void make() throws IOException;
    }
}
