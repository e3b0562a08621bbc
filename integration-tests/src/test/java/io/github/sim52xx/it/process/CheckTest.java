package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sim52xx check} and {@code demo}, from outside. */
class CheckTest {

    private static final String GOOD = "# a good one\n> AT\n< OK\n";
    private static final String BAD = "> AT\n< OK\n> AT+CSQ\n< +CSQ: 1,1\n< OK\n";

    @TempDir
    private Path directory;

    @Test
    void whatPassesIsExitCode0() throws Exception {
        Path good = file("good.at", GOOD);
        try (SimProcess check = check(good.toString())) {
            assertThat(check.exitCode()).isZero();
            assertThat(check.output()).startsWith("✓ " + good).contains("1 passed, 0 failed");
        }
    }

    @Test
    void theFirstDifferenceIsShownAndIsExitCode1() throws Exception {
        file("a-good.at", GOOD);
        Path bad = file("b-bad.at", BAD);
        Path report = directory.resolve("report.xml");
        try (SimProcess check = check("--junit", report.toString(), directory.toString())) {
            assertThat(check.exitCode()).isEqualTo(1);
            List<String> lines = check.output().lines().toList();
            assertThat(lines.get(1)).startsWith("✗ " + bad);
            assertThat(lines.subList(2, 9))
                    .containsExactly(
                            "             1  > AT",
                            "             2  < OK",
                            "             3  > AT+CSQ",
                            "    expected 4  < +CSQ: 1,1",
                            "          came  < +CSQ: 22,0",
                            "                        ^",
                            "          then  < OK");
            assertThat(lines.get(9)).startsWith("1 passed, 1 failed");
        }
        assertThat(report)
                .content()
                .contains("tests=\"2\"", "failures=\"1\"")
                .contains("b-bad.at:4: expected &lt; +CSQ: 1,1, came &lt; +CSQ: 22,0");
    }

    @Test
    void whatCannotBeUnderstoodIsExitCode2AndNothingIsPlayed() throws Exception {
        file("a-good.at", GOOD);
        Path wrong = file("b-wrong.at", "> AT\nOK\n");
        for (String[] arguments : new String[][] {
            {directory.toString()}, {wrong.toString()},
        }) {
            try (SimProcess check = check(arguments)) {
                assertThat(check.exitCode()).isEqualTo(2);
                assertThat(check.output().lines())
                        .singleElement()
                        .asString()
                        .startsWith("sim52xx: " + wrong + ":2: expected ");
            }
        }
        for (String[] arguments : new String[][] {
            {},
            {directory.resolve("missing.at").toString()},
            {file("empty.at", "").toString()},
            {file("nothing-said.at", "# title\ngiven no card\n\n# a remark\n").toString()},
            {"--to", "nowhere", wrong.toString()},
            {"--baud", "fast", wrong.toString()},
            {"--nonsense", wrong.toString()},
        }) {
            try (SimProcess check = check(arguments)) {
                assertThat(check.exitCode()).as(String.join(" ", arguments)).isEqualTo(2);
                assertThat(check.output().lines()).singleElement().asString().startsWith("sim52xx: ");
            }
        }
    }

    @Test
    void playsAgainstARunningModem() throws Exception {
        Path link = directory.resolve("tty");
        Path good = file("good.at", "given no card\n> AT+CGMM\n< SIMCOM_SIM5218\n< OK\n");
        Path two = file("two.at", "1> AT\n1< OK\n2> AT+CREG?\n2< +CREG: 0,1\n2< OK\n");
        try (SimProcess.Running modem = SimProcess.run(directory, List.of(), "--pty", link.toString())) {
            String tcp = "127.0.0.1:" + modem.port("tcp");
            try (SimProcess check = check("--to", tcp, good.toString(), two.toString())) {
                assertThat(check.exitCode()).isZero();
                assertThat(check.output()).contains("needs no storage card").contains("2 passed, 0 failed");
            }
            try (SimProcess check = check("--to", link.toString(), good.toString())) {
                assertThat(check.exitCode()).isZero();
            }
            try (SimProcess check = check("--to", link.toString(), two.toString())) {
                assertThat(check.exitCode()).isEqualTo(1);
                assertThat(check.output()).contains(link + " is one terminal only");
            }
            Path card = file("card.at", "> AT\n< OK\ncard out\n");
            try (SimProcess check = check("--to", tcp, card.toString())) {
                assertThat(check.exitCode()).isEqualTo(1);
                assertThat(check.output()).contains("card.at:3: card out: cannot be done at " + tcp);
            }
            try (SimProcess check = check("--to", tcp, file("bad.at", BAD).toString())) {
                assertThat(check.exitCode()).isEqualTo(1);
                assertThat(check.output()).contains("expected 4  < +CSQ: 1,1");
            }
        }
    }

    @Test
    void aScenarioThatIsNotThereIsWrongUse() throws Exception {
        Tool.run("check", "--scenario", "none.yaml", "x.at")
                .refused(2, "--scenario: none.yaml: no such file or directory");
    }

    @Test
    void aModemThatIsNotThereIsAFailureOfTheTranscript() throws Exception {
        Path good = file("good.at", GOOD);
        Path report = directory.resolve("report.xml");
        try (SimProcess check = check("--to", "127.0.0.1:1", "--junit", report.toString(), good.toString())) {
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.output()).contains("cannot connect to 127.0.0.1:1").contains("0 passed, 1 failed");
        }
        assertThat(report).content().contains("failures=\"1\"").contains("cannot connect to 127.0.0.1:1");
    }

    @Test
    void theDemoPlaysTheWholeNote() throws Exception {
        try (SimProcess demo = SimProcess.start(directory, List.of(), "demo", "--plain")) {
            assertThat(demo.exitCode()).isZero();
            assertThat(demo.output()).doesNotContain("\u001b").contains("C:/Email", "SHA-256");
            List<String> lines = demo.output().lines().toList();
            assertThat(lines.get(lines.size() - 2))
                    .matches("✓ 10 dialogues, \\d+ lines as the application note has them,"
                            + " 1 mail delivered intact, \\d+\\.\\d s");
            assertThat(lines.get(lines.size() - 1)).startsWith("Go on with  sim52xx run");
        }
    }

    private SimProcess check(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return SimProcess.start(directory, List.of(), all);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
