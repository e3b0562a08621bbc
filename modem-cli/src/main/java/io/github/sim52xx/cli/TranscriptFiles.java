package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.ScriptSyntaxException;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.Step;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.cli.transcript.TranscriptSource;
import io.github.sim52xx.cli.transcript.TranscriptSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The transcripts that a command line names. All of them are read before the first one is played. */
final class TranscriptFiles {

    private TranscriptFiles() {}

    /** @throws UsageException if one of them is missing or cannot be understood */
    static List<Transcript> read(List<String> names) {
        List<Transcript> transcripts = new ArrayList<>();
        for (String name : names) {
            for (Path file : find(Path.of(name))) {
                transcripts.add(read(file));
            }
        }
        return transcripts;
    }

    private static Transcript read(Path file) {
        try {
            Transcript transcript = Transcript.read(new TranscriptSource.File(file));
            transcript.allFixtures().forEach(TranscriptFiles::check);
            if (transcript.steps().stream().allMatch(step -> step.act() instanceof Step.Act.Remark)) {
                throw new UsageException("there is nothing to play in " + file + ", no line such as  > AT");
            }
            return transcript;
        } catch (TranscriptSyntaxException | ScriptSyntaxException e) {
            throw new UsageException(e.getMessage());
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static void check(Fixture fixture) {
        if (fixture instanceof Fixture.Directed scenario) {
            ScenarioChoice.parse(scenario);
        } else if (fixture instanceof Fixture.ProfileOf profile) {
            ProfileFile.read(profile.file());
        } else if (fixture instanceof Fixture.Follows follows) {
            ScriptChoice.read(follows);
        }
    }

    private static List<Path> find(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> found = tree.filter(file -> file.toString().endsWith(Transcript.EXTENSION))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new UsageException("there is no *" + Transcript.EXTENSION + " in " + path);
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("cannot read " + path + ": " + e.getMessage());
        }
    }
}
