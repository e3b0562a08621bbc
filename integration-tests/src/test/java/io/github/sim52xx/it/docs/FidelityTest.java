package io.github.sim52xx.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.it.process.SimProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FIDELITY.md says what is so: its table of commands is the product's, and what it calls as witness is there. */
class FidelityTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TRANSCRIPTS = ROOT.resolve("integration-tests/src/test/resources/transcripts");
    private static final Pattern TRANSCRIPT = Pattern.compile("[a-z]+/[a-z0-9-]+");
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w+Test");

    @Test
    void theCommandsAreTheProducts(@TempDir Path scratch) throws Exception {
        List<String> page = Files.readAllLines(ROOT.resolve("FIDELITY.md"));
        List<String> table = page.subList(page.indexOf("<!-- coverage -->") + 1, page.indexOf("<!-- /coverage -->"));
        try (SimProcess process = SimProcess.start(scratch, List.of(), "commands", "--coverage")) {
            assertThat(process.exitCode()).isZero();
            assertThat(table)
                    .as("the table is the output of: sim52xx commands --coverage")
                    .isEqualTo(process.output().lines().toList());
        }
    }

    @Test
    void theWitnessesAreThere() throws Exception {
        List<String> spans = Markdown.read(ROOT.resolve("FIDELITY.md")).spans();
        List<String> transcripts = spans.stream()
                .filter(span -> TRANSCRIPT.matcher(span).matches())
                .toList();
        List<String> tests =
                spans.stream().filter(span -> TEST.matcher(span).matches()).toList();
        assertThat(transcripts)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        name -> assertThat(TRANSCRIPTS.resolve(name + ".at")).exists());
        assertThat(tests).isNotEmpty().allSatisfy(name -> assertThat(sources()).contains(name + ".java"));
    }

    /** Of the modules' tests only: what is built, and what Git does, may change meanwhile. */
    private static List<String> sources() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, Files::isDirectory)) {
            for (Path module : modules) {
                Path tests = module.resolve("src/test/java");
                if (Files.exists(tests)) {
                    try (Stream<Path> files = Files.walk(tests)) {
                        files.map(file -> file.getFileName().toString()).forEach(names::add);
                    }
                }
            }
        }
        return names;
    }
}
