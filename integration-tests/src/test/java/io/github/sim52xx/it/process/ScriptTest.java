package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code ./sim52xx} keeps of its command line for itself: {@code --no-install}, wherever it stands before a {@code --};
 * and when it builds itself first.
 */
class ScriptTest {

    private static final Path PROJECT = Path.of("..");

    private static final Instant NOON = Instant.parse("2010-02-02T12:00:00Z");

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

    @ParameterizedTest
    @ValueSource(
            strings = {".git", "gitdir: %s/the main one/.git/worktrees/x", "gitdir: the main one/.git/worktrees/x"})
    void itBuildsItselfAfterACommit(String git) throws Exception {
        // In a worktree .git is a file that says where git keeps what is this worktree's own.
        String place = git.formatted(home);
        if (place.startsWith("gitdir: ")) {
            Files.writeString(home.resolve(".git"), place + "\n");
        }
        Path commits = home.resolve(place.replace("gitdir: ", "")).resolve("logs/HEAD");
        Files.createDirectories(commits.getParent());
        Files.writeString(commits, "a commit\n");
        Path launch = home.resolve("modem-cli/target/app/launch");
        prepare();
        Files.setLastModifiedTime(commits, FileTime.from(NOON));
        Files.setLastModifiedTime(launch, FileTime.from(NOON.plusSeconds(1)));
        assertThat(started("run")).containsExactly("yes", "run");
        Files.setLastModifiedTime(commits, FileTime.from(NOON.plusSeconds(2)));
        assertThat(started("run")).containsExactly("built, yes", "yes", "run");
    }

    private List<String> run(String words) throws IOException, InterruptedException {
        prepare();
        return started(words);
    }

    /** A copy of the script, whose app prints what it would install and what it was given, and whose build tells of itself. */
    private void prepare() throws IOException {
        Path app = Files.createDirectories(home.resolve("modem-cli/target/app"));
        Files.writeString(app.resolve("launch"), "printf '%s\\n' \"$install\" \"$@\"\n");
        Path scripts = Files.createDirectories(home.resolve("scripts"));
        Path build = scripts.resolve("build");
        Files.writeString(build, "#!/bin/sh\necho \"built, $1\"\n");
        assertThat(build.toFile().setExecutable(true)).isTrue();
        for (String script : List.of("sim52xx", "scripts/commits")) {
            Files.write(home.resolve(script), Files.readAllBytes(PROJECT.resolve(script)));
        }
    }

    private List<String> started(String words) throws IOException, InterruptedException {
        List<String> line = Stream.concat(
                        Stream.of("sh", home.resolve("sim52xx").toString()), Stream.of(words.split("\\|", -1)))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said.lines().toList();
    }
}
