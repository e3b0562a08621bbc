package io.github.sim52xx.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Accounts;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.it.process.SimProcess;
import io.github.sim52xx.it.process.TcpTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A modem in a process with a heap of 64 MB and a flash of 16 MB, its terminal, and a mail server outside of that
 * process, which knows the password and says it wherever it can.
 */
final class SmallModem implements AutoCloseable {

    static final String PASSWORD = "geheim-4711";
    static final int MEGABYTE = 1 << 20;

    /** Resident at any time: heap, classes, stacks and the Java machine itself. */
    private static final long MOST_KILOBYTES = 200 * 1024;

    private static final List<String> JVM = List.of("-Xmx64m", "-Xss512k");
    private static final String USER = "somebody";

    private final MailServer server;
    private final SimProcess.Running process;
    private final TcpTerminal terminal;
    private String usedBefore;

    /** Starts it, and logs in once. */
    SmallModem(Path directory, String... options) throws IOException, InterruptedException {
        server = MailServer.builder()
                .accounts(new Accounts(Map.of(USER, PASSWORD)))
                .start();
        List<String> all = new ArrayList<>(List.of("--flash", "16M", "--card", "none", "--mail", "none"));
        all.addAll(Arrays.asList(options));
        process = SimProcess.run(directory, JVM, all.toArray(String[]::new));
        terminal = process.terminal();
        ok(
                "ATE0",
                "AT+SMTPSRV=\"127.0.0.1\"," + server.smtpPort(),
                "AT+SMTPAUTH=1,\"" + USER + "\",\"" + PASSWORD + "\"",
                "AT+SMTPFROM=\"mike@server.com\",\"mike\"",
                "AT+POP3SRV=\"127.0.0.1\",\"" + USER + "\",\"" + PASSWORD + "\"," + server.pop3Port());
        assertThat(send()).isEqualTo("+SMTP: SUCCESS");
        logIn();
        terminal.line("AT+POP3STOP");
    }

    MailServer server() {
        return server;
    }

    TcpTerminal terminal() {
        return terminal;
    }

    /** Everything is well again, and the maildrop empty. */
    void begin() throws IOException {
        server.conduct(Conduct.CORRECT);
        server.mailbox().clear();
        usedBefore = used();
    }

    /** After whatever has happened the modem answers, has lost no room, and has never been large. */
    void end() throws IOException {
        terminal.line("AT+POP3STOP");
        assertThat(used()).isEqualTo(usedBefore);
        assertThat(process.kilobytes("VmHWM")).as("KB resident at the most").isLessThan(MOST_KILOBYTES);
    }

    long mostMegabytes() throws IOException {
        return process.kilobytes("VmHWM") / 1024;
    }

    /** What the process has printed, in which the password is not. */
    String console() throws IOException {
        String console = process.process().output();
        console.lines().forEach(SmallModem::assertNoPassword);
        return console;
    }

    static void assertNoPassword(String line) {
        byte[] password = bytes(PASSWORD);
        for (String form : new String[] {
            PASSWORD,
            Base64.getEncoder().encodeToString(password),
            Base64.getEncoder().encodeToString(bytes("\0" + USER + "\0" + PASSWORD)),
            HexFormat.of().formatHex(password)
        }) {
            assertThat(line.contains(form)).as(line).isFalse();
        }
    }

    void mail(String mail) throws IOException {
        server.mailbox().add(bytes(mail));
    }

    /** A mail of a beginning, so many bytes that repeat one piece, and an end. */
    void mail(String begin, int size, String piece, String end) throws IOException {
        String block = piece.repeat(Math.max(1, MEGABYTE / piece.length()));
        StringBuilder mail = new StringBuilder(size + 2 * block.length()).append(begin);
        while (mail.length() < size) {
            mail.append(block);
        }
        mail(mail.append(end).toString());
    }

    void assertNoRoom() throws IOException {
        assertThat(fetch()).isEqualTo("+POP3: FILE SYSTEM ERROR");
        assertThat(terminal.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        assertThat(terminal.line("AT+FSLS=1")).doesNotContain("Email");
        assertThat(used()).isEqualTo(usedBefore);
    }

    String send() throws IOException {
        ok("AT+SMTPRCPT=0,0,\"john@server.com\"");
        List<String> answer = terminal.line("AT+SMTPSEND");
        if (answer.contains("ERROR")) {
            return answer.get(0);
        }
        terminal.await("+SMTP: ");
        return "+SMTP: " + terminal.await("\r\n").strip();
    }

    void logIn() throws IOException {
        assertThat(terminal.line("AT+POP3IN")).containsExactly("+POP3: SUCCESS", "OK");
    }

    /** Fetches the first mail in a new session and returns what is reported. */
    private String fetch() throws IOException {
        terminal.line("AT+POP3STOP");
        logIn();
        ok("AT+POP3GET=1");
        terminal.await("+POP3: ");
        return "+POP3: " + terminal.await("\r\n").strip();
    }

    /** Fetches the first mail, which has to succeed, and removes what has become of it. */
    void fetchAndRemove() throws IOException {
        assertThat(fetch()).isEqualTo("+POP3: SUCCESS");
        String directory = terminal.await("\r\n").replaceAll("/, .*\r\n", "");
        terminal.line("AT+POP3STOP");
        assertThat(terminal.line("AT+FSCD=" + directory)).contains("OK");
        ok("AT+FSDEL=*.*");
        assertThat(terminal.line("AT+FSCD=C:/")).contains("OK");
        ok("AT+FSRMDIR=" + directory, "AT+FSRMDIR=C:/Email");
    }

    private String used() throws IOException {
        return terminal.line("AT+FSMEM").get(0);
    }

    private void ok(String... lines) throws IOException {
        for (String line : lines) {
            assertThat(terminal.line(line)).as(line).containsExactly("OK");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        process.close();
        server.close();
    }
}
