package io.github.sim52xx.cli.transcript;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the text of a transcript is found, and other transcripts beside it. */
public interface TranscriptSource {

    /** For messages. */
    String name();

    byte[] read() throws IOException;

    /** The transcript of that name in the same place. */
    TranscriptSource sibling(String name);

    /** A file. */
    record File(Path path) implements TranscriptSource {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(path);
        }

        @Override
        public TranscriptSource sibling(String name) {
            return new File(path.resolveSibling(name));
        }
    }

    /** A resource in the package of a class. */
    record Resource(Class<?> base, String name) implements TranscriptSource {

        @Override
        public byte[] read() throws IOException {
            try (InputStream in = base.getResourceAsStream(name)) {
                if (in == null) {
                    throw new FileNotFoundException(name);
                }
                return in.readAllBytes();
            }
        }

        @Override
        public TranscriptSource sibling(String sibling) {
            return new Resource(base, name.substring(0, name.lastIndexOf('/') + 1) + sibling);
        }
    }
}
