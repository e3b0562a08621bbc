package io.github.sim52xx.cli.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that a script or a scenario names: they are in its directory or below it, and none is endless. */
public final class Neighbours {

    /** No mail that a modem takes is larger. */
    private static final int LARGEST = 64 << 20;
    /** Hundreds of rules; what is larger takes the library very long. */
    private static final int LARGEST_YAML = 256 << 10;

    private Neighbours() {}

    /**
     * Where a file is.
     *
     * @param beside the file that names it
     */
    public static Path find(Path beside, String name) throws IOException {
        try {
            Path directory = beside.toAbsolutePath().normalize().getParent();
            Path found = directory.resolve(name).normalize();
            if (!found.startsWith(directory)) {
                throw new IOException("it is not in " + directory);
            }
            return found;
        } catch (InvalidPathException e) {
            throw new IOException("that is no name of a file", e);
        }
    }

    /** What is in a file. */
    static byte[] read(Path file) throws IOException {
        return read(file, LARGEST);
    }

    /** The text of a script or scenario. */
    public static String yaml(Path file) throws IOException {
        // Refuses what is no UTF-8, other than a String does.
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(read(file, LARGEST_YAML)))
                .toString();
    }

    /** Why that cannot be, for a person who knows which file it is about. */
    static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        return e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : e.getMessage();
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new IOException("larger than " + (most >> 10) + " KB");
            }
            return content;
        }
    }
}
