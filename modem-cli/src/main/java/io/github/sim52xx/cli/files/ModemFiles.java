package io.github.sim52xx.cli.files;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;

/** The files of one modem. What fails says why in one line. Used by one thread. */
public interface ModemFiles extends Closeable {

    enum Kind {
        NONE,
        FILE,
        DIRECTORY
    }

    /** @param created null if the modem does not say */
    record Attributes(long size, LocalDateTime created) {}

    /** The drives that there are at the moment. */
    List<Drive> drives() throws IOException;

    /** How many bytes there is room for; more than there can be if the modem does not say. */
    long free(Drive drive) throws IOException;

    Kind kind(ModemPath path) throws IOException;

    /** The names of the directories in a directory, in the modem's order. */
    List<String> directories(ModemPath directory) throws IOException;

    /** The names of the files in a directory, in the modem's order. */
    List<String> files(ModemPath directory) throws IOException;

    Attributes attributes(ModemPath file) throws IOException;

    /** Copies a file out. */
    void read(ModemPath file, OutputStream to, Progress progress) throws IOException;

    /** Copies a file in, one that does not exist yet; {@code from} holds {@code size} bytes. */
    void write(ModemPath file, InputStream from, long size, Progress progress) throws IOException;

    void delete(ModemPath file) throws IOException;

    /** Gives a file another name in its directory, one that is free. */
    void rename(ModemPath file, String name) throws IOException;

    void createDirectory(ModemPath directory) throws IOException;

    /** Deletes an empty directory. */
    void deleteDirectory(ModemPath directory) throws IOException;
}
