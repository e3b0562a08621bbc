package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code commands}, {@code completion} and the help, from outside. */
class ReferenceTest {

    private static final List<String> SUBCOMMANDS =
            List.of("run", "demo", "at", "fs", "check", "ctl", "why", "commands", "completion");

    @TempDir
    private static Path directory;

    private static Path script;

    @BeforeAll
    static void makeScript() throws Exception {
        script = directory.resolve("script");
        Files.writeString(script, Tool.run("completion", "bash").worked().out());
    }

    @Test
    void theListOfCommands() throws Exception {
        assertThat(Tool.run("commands").worked().lines())
                .contains("POP3, manual 20.2")
                .anyMatch(line -> line.startsWith("  +SMTPSEND "));
    }

    @Test
    void oneCommand() throws Exception {
        assertThat(Tool.run("commands", "smtpsend").worked().lines())
                .contains("  AT+SMTPSEND", "  +SMTP: OK", "  +SMTP: SUCCESS");
    }

    @Test
    void forTools() throws Exception {
        JsonNode list = new ObjectMapper()
                .readTree(Tool.run("commands", "--json").worked().out());
        assertThat(list.valueStream().map(node -> node.get("name").asString())).contains("+CSQ", "E", "&F");
        JsonNode one = new ObjectMapper()
                .readTree(Tool.run("commands", "--json", "+CSQ").worked().out());
        assertThat(one.get("answer").get(0).asString()).isEqualTo("+CSQ: 22,0");
    }

    @Test
    void anUnknownCommandHasNeighbours() throws Exception {
        Tool.run("commands", "+CSQQ").refused(1, "no command +CSQQ; there is +CSQ");
        Tool.run("commands", "QQQQQQQ").refused(1, "sim52xx commands  lists them");
    }

    @Test
    void wrongUseIsExitCode2() throws Exception {
        Tool.run("commands", "--nope").refused(2, "--nope");
        Tool.run("commands", "+CSQ", "+CREG").refused(2, "+CREG");
        Tool.run("completion", "fish").refused(2, "fish");
        Tool.run("completion", "--nope").refused(2, "--nope");
        Tool.run().refused(2, "which command?");
        Tool.run("nope").refused(2, "nope");
    }

    @Test
    void helpNamesEverySubcommandInOrder() throws Exception {
        assertThat(Tool.run("--help").worked().lines().stream()
                        .filter(line -> line.matches("  [a-z]+ +[A-Z].*"))
                        .map(line -> line.strip().split(" ")[0]))
                .containsExactlyElementsOf(SUBCOMMANDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sim52xx ''|run demo at fs check ctl why hostile-mail urc-matrix commands completion",
                "sim52xx co|commands completion",
                "sim52xx run --firm|--firmware",
                "sim52xx run --mail ''|embedded none",
                "sim52xx fs ex|export",
                "sim52xx ctl card p|pull",
                "sim52xx ctl events --k|--kind",
                "sim52xx commands +SMTPSE|+SMTPSEND",
                "sim52xx completion z|zsh"
            })
    void bashCompletes(String typed, String proposals) throws Exception {
        // "compopt" works only where bash itself asks for completions.
        Files.writeString(directory.resolve("ask"), """
                set -e
                source "$1"
                complete -p sim52xx >&2
                compopt() { :; }
                eval "COMP_WORDS=($2)"
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _complete_sim52xx
                echo "${COMPREPLY[@]}"
                """);
        Process bash = new ProcessBuilder(
                        "bash", "--norc", directory.resolve("ask").toString(), script.toString(), typed)
                .start();
        assertThat(bash.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(bash.getErrorStream().readAllBytes()))
                .startsWith("complete ")
                .endsWith(" sim52xx\n");
        assertThat(new String(bash.getInputStream().readAllBytes()).strip()).isEqualTo(proposals);
    }
}
