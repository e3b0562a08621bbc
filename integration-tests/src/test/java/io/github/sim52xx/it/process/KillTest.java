package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed without warning, again and again, in the middle of its work. What had been answered with OK or
 * SUCCESS is there afterwards, and nothing half done is.
 */
class KillTest {

    private static final int ROUNDS = 8;

    @TempDir
    private Path directory;

    private final Random random = new Random(52);
    private final Set<String> promised = new TreeSet<>();
    /** The last value that was answered with OK, and the one that may or may not have been stored after it. */
    private String mode = "2";

    private String tried = "2";

    @Test
    void nothingThatWasAnsweredIsLost() throws Exception {
        Path state = directory.resolve("state");
        for (int round = 0; round < ROUNDS; round++) {
            try (SimProcess.Running modem = SimProcess.run(directory, List.of(), "--state", state.toString())) {
                try (TcpTerminal terminal = modem.terminal()) {
                    terminal.line("ATE0");
                    check(terminal, state);
                    work(terminal, round, modem.process().process());
                }
                assertThat(modem.process().exitCode()).isNotZero();
            }
        }
        try (SimProcess.Running modem = SimProcess.run(directory, List.of(), "--state", state.toString());
                TcpTerminal terminal = modem.terminal()) {
            terminal.line("ATE0");
            check(terminal, state);
        }
        assertThat(promised).hasSizeGreaterThanOrEqualTo(ROUNDS);
    }

    /** Makes directories, changes settings and fetches mails until the process is gone, soon after the first directory. */
    private void work(TcpTerminal terminal, int round, Process process) throws InterruptedException {
        Thread killer = null;
        try {
            terminal.line("AT+SMTPSRV=\"smtp.server.com\";+SMTPFROM=\"a@server.com\"");
            terminal.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"");
            terminal.line("AT+SMTPBODY=\"" + "x".repeat(500) + "\"");
            for (int i = 0; ; i++) {
                String name = "Dir" + round + "_" + i;
                if (terminal.line("AT+FSMKDIR=" + name).equals(List.of("OK"))) {
                    promised.add("C/" + name);
                }
                killer = killer == null ? killSoon(process) : killer;
                tried = i % 2 == 0 ? "13" : "14";
                if (terminal.line("AT+CNMP=" + tried).equals(List.of("OK"))) {
                    mode = tried;
                }
                mail(terminal);
            }
        } catch (IOException | AssertionError e) {
            // The process is gone, which is what the test is about.
        }
        assertThat(killer).isNotNull();
        killer.join();
    }

    private void mail(TcpTerminal terminal) throws IOException {
        terminal.line("AT+SMTPRCPT=0,0,\"b@server.com\"");
        terminal.line("AT+SMTPSEND");
        terminal.await("+SMTP: SUCCESS");
        terminal.line("AT+POP3IN");
        terminal.line("AT+POP3GET=1");
        String report = terminal.await("EMAIL000.TXT\r\n");
        promised.add(report.replaceAll("(?s).*C:/(Email/\\d+)/.*", "C/$1/EMAIL000.TXT"));
        terminal.line("AT+POP3OUT");
    }

    private Thread killSoon(Process process) {
        long millis = 150 + random.nextInt(400);
        Thread killer = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            process.destroyForcibly();
        });
        killer.start();
        return killer;
    }

    private void check(TcpTerminal terminal, Path state) throws IOException {
        for (String path : promised) {
            assertThat(state.resolve(path)).exists();
        }
        assertThat(terminal.line("AT+CNMP?")).first().isIn("+CNMP: " + mode, "+CNMP: " + tried);
        // Whichever it is: what follows may be killed before it has stored anything.
        mode = terminal.line("AT+CNMP?").get(0).substring("+CNMP: ".length());
        // A mail's directory is there with its text, or not at all; and the modem sees what the host sees.
        Path mails = state.resolve("C").resolve("Email");
        if (Files.exists(mails)) {
            terminal.line("AT+FSCD=C:/Email");
            List<String> seen = new ArrayList<>(terminal.line("AT+FSLS=1"));
            try (Stream<Path> directories = Files.list(mails)) {
                for (Path one : directories.toList()) {
                    assertThat(one.resolve("EMAIL000.TXT")).isNotEmptyFile();
                    assertThat(seen).contains(one.getFileName().toString());
                }
            }
            terminal.line("AT+FSCD=C:/");
        }
    }
}
