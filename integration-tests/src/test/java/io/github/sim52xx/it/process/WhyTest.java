package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code sim52xx why} and the control port that it asks. */
class WhyTest {

    @TempDir
    private Path directory;

    @Test
    void theLastOutcomesAndTheirCauses() throws Exception {
        Path trace = directory.resolve("trace");
        try (SimProcess.Running modem =
                SimProcess.run(directory, List.of(), "--control", "0", "--trace", trace.toString())) {
            assertThat(why(modem)).isEqualTo("no mail command has ended yet\n");
            assertThat(why(modem, "--json")).isEqualTo("[]\n");
            try (TcpTerminal terminal = modem.terminal()) {
                terminal.line("ATE0");
                assertThat(terminal.line("AT+SMTPSEND")).containsExactly("+SMTP: PARAM ERROR", "ERROR");
                assertThat(terminal.line("AT+POP3IN")).containsExactly("ERROR");
                terminal.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"notthepwd\"");
                assertThat(terminal.line("AT+POP3IN")).containsExactly("+POP3: INVALID UN/PWD", "ERROR");
            }
            String missing = "AT+SMTPSEND → +SMTP: PARAM ERROR: no server: AT+SMTPSRV; no sender: AT+SMTPFROM; no"
                    + " recipient: AT+SMTPRCPT (";
            assertThat(why(modem).lines())
                    .hasSize(3)
                    .anyMatch(line -> line.contains(" ✗ " + missing))
                    .anyMatch(line -> line.contains("AT+POP3IN → ERROR: no server: AT+POP3SRV"))
                    .anyMatch(line -> line.contains("INVALID UN/PWD: PASS was answered \"-ERR"));
            assertThat(why(modem, "-n", "1").lines()).singleElement().asString().contains("PASS was answered");
            JsonNode json = new ObjectMapper().readTree(why(modem, "-n", "2", "--json"));
            assertThat(json).hasSize(2);
            assertThat(json.get(0).get("command").asString()).isEqualTo("AT+POP3IN");
            modem.process().awaitOutput(missing);
            assertThat(Files.readString(trace)).contains("mail    = " + missing).doesNotContain("notthepwd");
            assertThat(why(modem, "--json") + modem.process().output()).doesNotContain("notthepwd");
        }
    }

    @Test
    void aSecondModemDoesWithoutTheDefaultPort() throws Exception {
        boolean second = false;
        for (int i = 0; i < 10 && !second; i++) {
            try (ServerSocket taken = takeDefault();
                    SimProcess.Running modem = SimProcess.run(directory, List.of());
                    TcpTerminal terminal = modem.terminal()) {
                assertThat(terminal.line("AT")).contains("OK");
                // Somebody else who had the port may have ended in between.
                second = taken.isBound() || !modem.endpoints().has("control");
                if (second) {
                    assertThat(modem.endpoints().has("control")).isFalse();
                    modem.process()
                            .awaitOutput(
                                    "127.0.0.1:5280 is in use, so there is no control port; --control names another");
                }
            }
        }
        assertThat(second).as("the default port is in use").isTrue();
    }

    @Test
    void aPortThatWasAskedForHasToBeFree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                SimProcess process = SimProcess.start(
                        directory, List.of(), "run", "--tcp", "0", "--control", "" + taken.getLocalPort())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output().lines())
                    .singleElement()
                    .asString()
                    .startsWith("sim52xx: cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .endsWith("choose another port with --control, 0 takes any free one");
        }
    }

    @Test
    void nobodyThere() throws Exception {
        try (ClosedPort nobody = new ClosedPort();
                SimProcess process = SimProcess.start(directory, List.of(), "why", "--to", "" + nobody.number())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output().lines())
                    .singleElement()
                    .asString()
                    .startsWith("sim52xx: no control port at 127.0.0.1:" + nobody.number() + " (")
                    .contains("is  sim52xx run  running?", "--to");
        }
    }

    @Test
    void wrongUse() throws Exception {
        for (List<String> arguments : List.of(List.of("-n", "0"), List.of("--to", "x"), List.of("more"))) {
            try (SimProcess process = SimProcess.start(directory, List.of(), with("why", arguments))) {
                assertThat(process.exitCode()).isEqualTo(2);
                assertThat(process.output().lines()).hasSize(1);
            }
        }
    }

    /** A socket on the default port, or one that is not bound if somebody else has that. */
    private static ServerSocket takeDefault() throws IOException {
        ServerSocket taken = new ServerSocket();
        try {
            taken.bind(new InetSocketAddress("127.0.0.1", 5280));
        } catch (BindException e) {
            // As good for the test.
        }
        return taken;
    }

    private String why(SimProcess.Running modem, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--to", "127.0.0.1:" + modem.port("control")));
        arguments.addAll(List.of(options));
        try (SimProcess process = SimProcess.start(
                directory, List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"), with("why", arguments))) {
            assertThat(process.exitCode()).as(process.output()).isZero();
            return process.output();
        }
    }

    private static String[] with(String command, List<String> arguments) {
        return Stream.concat(Stream.of(command), arguments.stream()).toArray(String[]::new);
    }
}
