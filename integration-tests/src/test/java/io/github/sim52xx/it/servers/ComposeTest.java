package io.github.sim52xx.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.it.process.SimProcess;
import io.github.sim52xx.it.process.TcpTerminal;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docker compose up} brings up: a modem and a mail server that know each other. */
@ExtendWith(ComposeNeeded.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(180);

    private Path scratch;
    private Compose compose;
    private int port;

    @BeforeAll
    void up(@TempDir Path directory) throws Exception {
        scratch = directory;
        compose = new Compose(scratch);
        // What a run has left that was killed.
        compose.close();
        compose.succeed("up", "-d", "--build", "sim52xx");
        assertThat(compose.succeed("ps", "sim52xx")).as(() -> "up: " + logs()).contains("Up");
        port = Integer.parseInt(
                compose.succeed("port", "sim52xx", "5200").strip().replaceAll("(?s).*:", ""));
        awaitModem();
    }

    @AfterAll
    void down() throws IOException {
        if (compose != null) {
            compose.close();
        }
    }

    private String logs() {
        try {
            return compose.succeed("logs", "sim52xx");
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    /** Docker's proxy takes connections before anybody is there to answer. */
    private void awaitModem() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try (TcpTerminal terminal = terminal()) {
            return terminal.line("AT").equals(List.of("OK"));
        } catch (IOException | AssertionError e) {
            return false;
        }
    }

    private TcpTerminal terminal() throws IOException {
        return new TcpTerminal(new Socket("127.0.0.1", port));
    }

    @Test
    @Order(1)
    void aMailGoesThroughTheServerAndComesBack() throws Exception {
        byte[] content = new byte[300_000];
        new Random(25).nextBytes(content);
        Path file = Files.write(scratch.resolve("sent.bin"), content);
        fs("put", file.toString(), "C:/sent.bin");
        String directory;
        try (TcpTerminal terminal = terminal()) {
            ok(
                    terminal,
                    "ATE0",
                    "AT+SMTPSRV=\"mail\",25",
                    "AT+SMTPAUTH=1,\"un\",\"pwd\"",
                    "AT+SMTPFROM=\"mike@server.com\",\"mike\"",
                    "AT+SMTPRCPT=0,0,\"john@server.com\",\"john\"",
                    "AT+SMTPSUB=\"through containers\"",
                    "AT+SMTPFILE=1,\"sent.bin\"");
            assertThat(terminal.line("AT+SMTPSEND")).containsExactly("+SMTP: OK", "OK");
            terminal.await("\r\n+SMTP: SUCCESS\r\n");
            ok(terminal, "AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110");
            awaitMail(terminal);
            ok(terminal, "AT+POP3GET=1");
            String report = terminal.await(".TXT\r\n");
            directory = report.replaceAll("(?s).*(C:/Email/\\d+)/.*", "$1");
            assertThat(terminal.line("AT+POP3DEL=1")).containsExactly("+POP3: SUCCESS", "OK");
            assertThat(terminal.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
        }
        Path back = scratch.resolve("back.bin");
        fs("get", directory + "/sent.bin", back.toString());
        assertThat(Files.readAllBytes(back)).isEqualTo(content);
    }

    @Test
    @Order(2)
    void theModemHasFewRights() throws Exception {
        assertThat(compose.succeed("exec", "-T", "sim52xx", "id", "-u").strip()).isEqualTo("5200");
        assertThat(compose.run("exec", "-T", "sim52xx", "touch", "/opt/sim52xx/new"))
                .isNotZero();
        assertThat(compose.succeed("exec", "-T", "sim52xx", "grep", "CapEff", "/proc/1/status"))
                .containsPattern("CapEff:\\s+0+\\s");
    }

    @Test
    @Order(3)
    void hostTestsRunBesideIt() throws Exception {
        assertThat(compose.succeed("up", "--build", "--exit-code-from", "host-tests", "host-tests"))
                .contains("1 passed, 0 failed");
    }

    @Test
    @Order(4)
    void whatTheModemHasStoredCanBeLookedInto() throws Exception {
        compose.succeed("stop", "sim52xx");
        assertThat(compose.succeed("run", "-T", "--rm", "--no-deps", "sim52xx", "fs", "tree", "--state", "/state"))
                .contains("EMAIL000.TXT", "sent.bin");
    }

    /** Logs in when the mail has been delivered. */
    private static void awaitMail(TcpTerminal terminal) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            assertThat(terminal.line("AT+POP3IN")).containsExactly("+POP3: SUCCESS", "OK");
            if (terminal.line("AT+POP3NUM").get(0).startsWith("+POP3: 1, ")) {
                return;
            }
            assertThat(terminal.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static void ok(TcpTerminal terminal, String... lines) throws IOException {
        for (String line : lines) {
            assertThat(terminal.line(line)).as(line).containsExactly("OK");
        }
    }

    private void fs(String command, String from, String to) throws Exception {
        try (SimProcess process =
                SimProcess.start(scratch, List.of(), "fs", command, "--to", "127.0.0.1:" + port, from, to)) {
            assertThat(process.exitCode()).as(process.output()).isZero();
        }
    }
}
