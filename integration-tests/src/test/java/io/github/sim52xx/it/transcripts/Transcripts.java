package io.github.sim52xx.it.transcripts;

import io.github.sim52xx.cli.Note;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.cli.transcript.TranscriptSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All transcripts: the application note's, which are part of the product, and those of the tests. */
final class Transcripts {

    private Transcripts() {}

    static List<Transcript> all() {
        return Stream.concat(Note.dialogues().stream(), files().map(Transcripts::read))
                .toList();
    }

    /** The name as a person knows it, without the place of the checkout. */
    static String nameOf(Transcript transcript) {
        String root = root().toString();
        String name = transcript.name();
        return name.startsWith(root) ? name.substring(root.length() + 1) : name;
    }

    private static Stream<Path> files() {
        try (Stream<Path> tree = Files.walk(root())) {
            return tree.filter(file -> file.toString().endsWith(Transcript.EXTENSION)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Transcript read(Path file) {
        try {
            return Transcript.read(new TranscriptSource.File(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Transcripts.class.getResource("/transcripts").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
