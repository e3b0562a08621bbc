package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hostile server and the matrix as processes, from outside. */
class HostileMailTest {

    private static final String REFUSES = """
            about: refuses the recipient
            mails: [first]
            rules:
              - {on: smtp RCPT, reply: 550 5.1.1 No such user}
              - {on: pop3 GREETING, garbage: 400}
            expect: {command: AT+SMTPSEND, code: "+SMTP: BAD RCPT john@server.com"}
            """;

    @TempDir
    private Path directory;

    @Test
    void aModemMeetsTheServerAndBothSaySo() throws Exception {
        try (SimProcess.Running server = serve("--script", script(REFUSES));
                SimProcess.Running modem = SimProcess.run(
                        directory, List.of(), "--mail", "none", "--map", "smtp.example.com=" + smtp(server))) {
            assertThat(send(modem, "smtp.example.com")).isEqualTo("+SMTP: BAD RCPT john@server.com");
            server.process().awaitOutput("smtp 1 RCPT: ");
            server.process().process().destroy();
            assertThat(server.process().exitCode()).isZero();
            assertThat(server.process().output())
                    .contains("refuses the recipient; seed 1")
                    .contains("SMTP  " + smtp(server))
                    .contains("smtp 1 RCPT: says \"550 5.1.1 No such user\"");
        }
        assertThat(directory.toFile().list((folder, name) -> name.startsWith("endpoints")))
                .as("of the modem, which was killed")
                .hasSize(1);
    }

    @Test
    void theSeedDecidesTheBytes() throws Exception {
        String script = script(REFUSES);
        byte[] first = greeting(script, "5");
        assertThat(first).hasSize(400);
        assertThat(greeting(script, "5")).isEqualTo(first);
        assertThat(greeting(script, "6")).isNotEqualTo(first);
    }

    @Test
    void theBuiltInServerCanMisbehave() throws Exception {
        try (SimProcess.Running modem = SimProcess.run(directory, List.of(), "--mail-script", "smtp-mail-refused")) {
            assertThat(send(modem, "smtp.server.com")).isEqualTo("+SMTP: SERVER ERROR");
            modem.process().awaitOutput("smtp 1 end of the mail: says \"554 5.6.0");
        }
    }

    @Test
    void scriptsAreListedAndShown() throws Exception {
        assertThat(succeed("hostile-mail", "--list").lines())
                .hasSizeGreaterThan(50)
                .anyMatch(line ->
                        line.matches("smtp-silent +\\+SMTP: SERVER ERROR +accepts the connection and says nothing"));
        String shown = succeed("hostile-mail", "--show", "smtp-silent");
        assertThat(succeed("urc-matrix", script(shown))).contains("1 passed, 0 failed");
    }

    @Test
    void theMatrixIsATableAndAReport() throws Exception {
        Path report = directory.resolve("report.xml");
        String table =
                succeed("urc-matrix", "--junit", report.toString(), "smtp-success", "pop3-refused-mail", "smtp-silent");
        assertThat(table.lines()).hasSize(5);
        assertThat(table)
                .containsPattern(
                        "✓ AT\\+POP3GET=1 +refuses to send the mail +\\+POP3: FAILURE +\\+POP3: FAILURE +[0-9.]+ s  pop3-ref");
        assertThat(table).contains("3 passed, 0 failed");
        assertThat(Files.readString(report)).contains("tests=\"3\" failures=\"0\"", "name=\"smtp-silent\"");
    }

    @Test
    void anotherCodeThanExpectedIsExitCode1() throws Exception {
        Path report = directory.resolve("report.xml");
        String wrong = script(REFUSES.replace("BAD RCPT john@server.com", "SUCCESS"));
        try (SimProcess process =
                SimProcess.start(directory, List.of(), "urc-matrix", wrong, "--junit", report.toString())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output()).contains("✗ AT+SMTPSEND", "+SMTP: BAD RCPT", "0 passed, 1 failed");
        }
        assertThat(Files.readString(report))
                .contains("failures=\"1\"", "expected +SMTP: SUCCESS, seen +SMTP: BAD RCPT john@server.com");
    }

    @Test
    void theMatrixAlsoGoesToAModemElsewhere() throws Exception {
        try (SimProcess.Running modem = SimProcess.run(directory, List.of())) {
            String modemPort = Integer.toString(modem.port("tcp"));
            assertThat(succeed(
                            "urc-matrix",
                            "--to",
                            modemPort,
                            "smtp-busy-modem",
                            "smtp-bad-recipient",
                            "pop3-mail",
                            "pop3-no-server",
                            "smtp-no-recipient",
                            "smtp-success"))
                    .contains("6 passed, 0 failed");
        }
    }

    @Test
    void wrongUseIsOneLineAndExitCode2() throws Exception {
        String typo = script("rules: [{on: smtp RCPT, repyl: 550 no, delay: 1s}]");
        for (String[] arguments : new String[][] {
            {"hostile-mail"},
            {"hostile-mail", "--script", "no-such-script"},
            {"hostile-mail", "--script", typo},
            {"hostile-mail", "--script", "smtp-silent", "--seed", "x"},
            {"hostile-mail", "--show", "no-such-script"},
            {"urc-matrix", "no-such-script"},
            {"urc-matrix", "flaky"},
            {"urc-matrix", "--to", "x"},
            {"run", "--mail-script", typo},
            {"run", "--mail-script", "smtp-silent", "--mail", "none"},
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
        try (SimProcess process = SimProcess.start(directory, List.of(), "hostile-mail", "--script", typo)) {
            process.exitCode();
            assertThat(process.output()).contains(typo + ":1: rules[1]: repyl: not known here");
        }
    }

    @Test
    void aTakenPortIsOneLineAndExitCode1() throws Exception {
        try (SimProcess.Running server = serve("--script", "smtp-no-server");
                SimProcess second = SimProcess.start(
                        directory, List.of(), "hostile-mail", "--script", "flaky", "--smtp", smtp(server))) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().lines()).singleElement().asString().contains("SMTP port " + smtp(server));
        }
    }

    private SimProcess.Running serve(String... options) throws IOException, InterruptedException {
        List<String> commandLine = new ArrayList<>(List.of("hostile-mail"));
        commandLine.addAll(List.of(options));
        return SimProcess.serve(directory, List.of(), commandLine);
    }

    private static String smtp(SimProcess.Running server) {
        return "127.0.0.1:" + server.port("smtp");
    }

    private String script(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "script", ".yaml"), yaml)
                .toString();
    }

    private byte[] greeting(String script, String seed) throws Exception {
        try (SimProcess.Running server = serve("--script", script, "--seed", seed);
                Socket socket = new Socket("127.0.0.1", server.port("pop3"))) {
            return socket.getInputStream().readNBytes(400);
        }
    }

    /** Sends a mail and returns the last code. */
    private static String send(SimProcess.Running modem, String server) throws IOException {
        try (TcpTerminal terminal = modem.terminal()) {
            for (String line : List.of(
                    "AT+SMTPSRV=\"" + server + "\",25",
                    "AT+SMTPFROM=\"UserName@server.com\",\"PresentName\"",
                    "AT+SMTPRCPT=0,0,\"john@server.com\",\"John\"",
                    "AT+SMTPSUB=\"x\"",
                    "AT+SMTPBODY=\"y\"")) {
                assertThat(terminal.line(line)).as(line).containsExactly("OK");
            }
            assertThat(terminal.line("AT+SMTPSEND")).containsExactly("+SMTP: OK", "OK");
            terminal.await("\r\n");
            return terminal.await("\r\n").strip();
        }
    }

    private String succeed(String... arguments) throws Exception {
        try (SimProcess process = SimProcess.start(directory, List.of(), arguments)) {
            assertThat(process.exitCode()).as(process.output()).isZero();
            return process.output();
        }
    }
}
