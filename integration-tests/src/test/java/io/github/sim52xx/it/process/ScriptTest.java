package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./sim52xx} keeps of its command line for itself: {@code --no-install}, wherever it stands before a {@code --}. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("..", "sim52xx");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-install|at|--to|x y|AT+SMTPSUB=\"a  b\"||*",
                "at|--no-install|--to|x y|AT+SMTPSUB=\"a  b\"||*",
                "at|--to|x y|AT+SMTPSUB=\"a  b\"||*|--no-install",
                "--no-install|at|--no-install|--to|x y|AT+SMTPSUB=\"a  b\"||*"
            })
    void itMayStandAnywhere(String words) throws Exception {
        assertThat(run(words)).containsExactly("no", "at", "--to", "x y", "AT+SMTPSUB=\"a  b\"", "", "*");
    }

    @Test
    void behindTwoHyphensItIsTheModems() throws Exception {
        assertThat(run("at|--|--no-install")).containsExactly("yes", "at", "--", "--no-install");
        assertThat(run("--no-install|at|--|--no-install")).containsExactly("no", "at", "--", "--no-install");
    }

    @Test
    void aLineThatHoldsItIsNoneOfItsBusiness() throws Exception {
        assertThat(run("at|AT --no-install |--no-installs"))
                .containsExactly("yes", "at", "AT --no-install ", "--no-installs");
        assertThat(run("run")).containsExactly("yes", "run");
    }

    /** Starts a copy of the script whose app prints what it would install and what it was given. */
    private List<String> run(String words) throws IOException, InterruptedException {
        Path app = Files.createDirectories(home.resolve("modem-cli/target/app"));
        Files.writeString(app.resolve("launch"), "printf '%s\\n' \"$install\" \"$@\"\n");
        Path script = home.resolve("sim52xx");
        Files.write(script, Files.readAllBytes(SCRIPT));
        List<String> line = Stream.concat(Stream.of("sh", script.toString()), Stream.of(words.split("\\|", -1)))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said.lines().toList();
    }
}
