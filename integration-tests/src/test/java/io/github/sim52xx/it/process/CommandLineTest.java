package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line's contract, from outside. */
class CommandLineTest {

    @TempDir
    private Path directory;

    @Test
    void everythingThatIsOnIsInTheEndpoints() throws Exception {
        Path link = directory.resolve("tty");
        try (SimProcess.Running modem =
                SimProcess.run(directory, List.of(), "--pty", link.toString(), "--control", "0")) {
            assertThat(modem.endpoints().propertyNames())
                    .containsExactlyInAnyOrder("pid", "tcp", "pty", "smtp", "pop3", "control");
            assertThat(modem.endpoints().get("pid").asLong())
                    .isEqualTo(modem.process().process().pid());
            assertThat(Files.readSymbolicLink(link).toString())
                    .isEqualTo(modem.endpoints().get("pty").get("device").asString());
            try (TcpTerminal terminal = modem.terminal()) {
                assertThat(terminal.line("AT")).containsExactly("OK");
            }
        }
    }

    @Test
    void withoutMailThereIsNone() throws Exception {
        try (SimProcess.Running modem = SimProcess.run(directory, List.of(), "--mail", "none", "--control", "none")) {
            assertThat(modem.endpoints().propertyNames()).containsExactlyInAnyOrder("pid", "tcp");
        }
    }

    @Test
    void sigtermSavesAndLeavesNothingBehind() throws Exception {
        Path link = directory.resolve("tty");
        Path state = directory.resolve("state");
        SimProcess.Running modem =
                SimProcess.run(directory, List.of(), "--pty", link.toString(), "--state", state.toString());
        modem.process().process().destroy();
        assertThat(modem.process().exitCode()).isZero();
        assertThat(link).doesNotExist();
        assertThat(directory.toFile().list((folder, name) -> name.endsWith(".json")))
                .isEmpty();
    }

    @Test
    void aStaleLinkIsReplacedAndAFileIsNot() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("tty"), Path.of("/dev/null"));
        SimProcess.run(directory, List.of(), "--pty", link.toString()).close();
        Path file = Files.createFile(directory.resolve("file"));
        try (SimProcess process =
                SimProcess.start(directory, List.of(), "run", "--tcp", "0", "--pty", file.toString())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output().lines()).singleElement().asString().contains(file.toString());
        }
        assertThat(file).isRegularFile();
    }

    @Test
    void theLinkOfARunningModemIsNotReplacedAndThatOfAKilledOneIs() throws Exception {
        Path link = directory.resolve("tty");
        SimProcess.Running modem = SimProcess.run(directory, List.of(), "--pty", link.toString());
        try (SimProcess second =
                SimProcess.start(directory, List.of(), "run", "--tcp", "0", "--pty", link.toString())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().lines()).singleElement().asString().contains(link + " is the port of another");
        }
        modem.process().process().destroyForcibly().waitFor();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        SimProcess.run(directory, List.of(), "--pty", link.toString()).close();
    }

    @Test
    void standardInputIsATerminalUntilItEnds() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.sim52xx.cli.Main",
                        "run",
                        "--stdio")
                .start();
        try {
            process.getOutputStream().write("ATE0\rAT+CSQ\rAT+COPS=?\r".getBytes());
            process.getOutputStream().close();
            assertThat(new String(process.getInputStream().readAllBytes()))
                    .isEqualTo("ATE0\r\r\nOK\r\n\r\n+CSQ: 22,0\r\n\r\nOK\r\n\r\n"
                            + "+COPS:(2,\"Test PLMN 1-1\",\"Test\",\"00101\",2),,(0,1,2,3,4),(0,1,2)\r\n\r\nOK\r\n");
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void wrongUseIsOneLineAndExitCode2() throws Exception {
        Path typo = Files.writeString(directory.resolve("typo.yaml"), "idenity: {imei: 1}\n");
        Path config = Files.writeString(directory.resolve("config.yaml"), "no-such-option: 1\n");
        for (String[] arguments : new String[][] {
            {"nonsense"},
            {"run", "--no-such-option"},
            {"run", "--tcp", "x"},
            {"run", "--tcp"},
            {"run", "--flash", "0"},
            {"run", "--firmware", "1999"},
            {"run", "--rtc", "yesterday"},
            {"run", "--map", "a"},
            {"run", "--mail", "perhaps"},
            {"run", "--fresh-per-connection", "--state", directory.toString()},
            {"run", "--fresh-per-connection", "--stdio"},
            {"run", "--profile", typo.toString()},
            {"run", "--profile", directory.resolve("missing").toString()},
            {"run", "--config", config.toString()},
        }) {
            try (SimProcess process = SimProcess.start(directory, List.of(), arguments)) {
                assertThat(process.exitCode()).as(String.join(" ", arguments)).isEqualTo(2);
                assertThat(process.output().lines())
                        .as(String.join(" ", arguments))
                        .singleElement()
                        .asString()
                        .startsWith("sim52xx: ");
            }
        }
    }

    @Test
    void aMistakeInTypingIsNamedWithWhatWasMeant() throws Exception {
        Tool.run("runn").refused(2, "there is no command runn; did you mean run? (sim52xx --help)");
        Tool.run("fs", "lss").refused(2, "there is no command lss; did you mean ls? (sim52xx fs --help)");
        Tool.run("run", "--allownet", "any").refused(2, "there is no option --allownet; did you mean --allow-net?");
        Tool.run("run", "--stdio", "extra").refused(2, "one argument too many: extra");
    }

    @Test
    void whatIsInUseIsOneLineAndExitCode1() throws Exception {
        Path state = directory.resolve("state");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SimProcess.Running first = SimProcess.run(directory, List.of(), "--state", state.toString())) {
            refuses("cannot listen on", "run", "--tcp", Integer.toString(taken.getLocalPort()));
            refuses(Long.toString(first.process().process().pid()), "run", "--tcp", "0", "--state", state.toString());
        }
    }

    @Test
    void optionsMayComeFromAFile() throws Exception {
        Path profile = Files.writeString(directory.resolve("profile.yaml"), """
                identity:
                  imei: "490154203237518"
                sim:
                  pin: "4711"
                settings:
                  - command: +XLED
                    purpose: brightness of the lamp
                    fields: [{name: <n>, min: 0, max: 9, initial: "3"}]
                replies:
                  - line: +XVER?
                    lines: ["+XVER: 7"]
                """);
        Path config = Files.writeString(directory.resolve("config.yaml"), """
                firmware: 2012
                cold-boot: false
                mail: none
                profile: %s
                map: [a.example=127.0.0.1:1, b.example=127.0.0.1:2]
                """.formatted(profile));
        try (SimProcess.Running modem =
                        SimProcess.run(directory, List.of(), "--config", config.toString(), "--mail", "embedded");
                TcpTerminal terminal = modem.terminal()) {
            assertThat(modem.endpoints().has("smtp")).isTrue();
            assertThat(terminal.line("AT+CGSN")).containsExactly("490154203237518", "OK");
            assertThat(terminal.line("AT+CPIN?")).containsExactly("+CPIN: SIM PIN", "OK");
            assertThat(terminal.line("AT+CPIN=4711")).containsExactly("OK");
            terminal.await("PB DONE\r\n");
            assertThat(terminal.line("AT+SMTPBCH?")).containsExactly("+SMTPBCH: \"utf-8\"", "OK");
            assertThat(terminal.line("AT+XLED?")).containsExactly("+XLED: 3", "OK");
            assertThat(terminal.line("AT+XLED=10")).containsExactly("ERROR");
            assertThat(terminal.line("AT+XVER?")).containsExactly("+XVER: 7", "OK");
        }
    }

    @Test
    void optionsThatCanBeRepeatedKeepEveryValue() throws Exception {
        try (ServerSocket one = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Path config = Files.writeString(
                    directory.resolve("map.yaml"), """
                    map: [c.example=127.0.0.1:%d, d.example=127.0.0.1:%d]
                    """.formatted(one.getLocalPort(), two.getLocalPort()));
            try (SimProcess.Running modem = SimProcess.run(
                            directory,
                            List.of(),
                            "--map",
                            "a.example=127.0.0.1:" + one.getLocalPort(),
                            "--map=b.example=127.0.0.1:" + two.getLocalPort(),
                            "--config",
                            config.toString(),
                            "--mail",
                            "none");
                    TcpTerminal terminal = modem.terminal()) {
                assertThat(terminal.line("AT+SMTPFROM=\"a@example\"")).containsExactly("OK");
                assertThat(terminal.line("AT+SMTPRCPT=0,0,\"b@example\"")).containsExactly("OK");
                leadsTo(one, terminal, "a.example");
                leadsTo(two, terminal, "b.example");
                leadsTo(one, terminal, "c.example");
                leadsTo(two, terminal, "d.example");
            }
        }
    }

    /** The modem connects there; the server hangs up at once. */
    private static void leadsTo(ServerSocket server, TcpTerminal terminal, String name) throws IOException {
        assertThat(terminal.line("AT+SMTPSRV=\"" + name + "\"")).containsExactly("OK");
        terminal.type("AT+SMTPSEND\r");
        server.setSoTimeout(60_000);
        server.accept().close();
        terminal.await("\r\nERROR\r\n");
    }

    private void refuses(String reason, String... arguments) throws IOException, InterruptedException {
        try (SimProcess process = SimProcess.start(directory, List.of(), arguments)) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output().lines())
                    .singleElement()
                    .asString()
                    .startsWith("sim52xx: ")
                    .contains(reason);
        }
    }
}
