package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Bench;
import io.github.sim52xx.cli.Cable;
import io.github.sim52xx.cli.transcript.Audience;
import io.github.sim52xx.cli.transcript.DeviceWire;
import io.github.sim52xx.cli.transcript.Difference;
import io.github.sim52xx.cli.transcript.Player;
import io.github.sim52xx.cli.transcript.TcpWire;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.cli.transcript.TranscriptSource;
import io.github.sim52xx.it.transcripts.Unhurried;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --record}: what was said can be played again, and nothing of it is lost with the process. */
class RecordTest {

    /** All kinds of bytes. */
    private static final String BINARY = binary();

    @TempDir
    private Path directory;

    private Path recorded;

    @Test
    void aSessionOverTcpIsPlayedAgain() throws Exception {
        try (SimProcess.Running modem = run();
                Host host = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))))) {
            session(host);
        }
        assertThat(difference(Map.of())).isNull();
        assertThat(check(Map.of())).isEqualTo("✓");
    }

    @Test
    void aSessionOnAPtyIsPlayedAgain() throws Exception {
        Path link = directory.resolve("tty");
        try (SimProcess.Running modem = run("--pty", link.toString());
                Host host = new Host(new DeviceWire(link, 115200))) {
            assertThat(modem.process().process().isAlive()).isTrue();
            session(host);
        }
        assertThat(difference(Map.of())).isNull();
    }

    @Test
    void aPersonAndASecondTerminalArePlayedAgain() throws Exception {
        try (SimProcess.Running modem = run();
                Host person = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))));
                Host other = second(person, modem)) {
            other.line("ATE0\r");
            for (char c : "AT+CPIN?\r".toCharArray()) {
                person.type(Character.toString(c));
                person.await(Character.toString(c));
            }
            person.await("OK\r\n");
            person.line("at+cmee=2\r\n");
            person.line("\r\nAT+CSQ\r\n");
            other.line("AT+CMEE=1;+CMEE?\r");
            person.type("AT+SMTPSUB?\rAT+SMTPBODY\r");
            person.await(">> ");
            person.type("ab\b");
            person.type("c\rde\u001a");
            person.await("OK\r\n");
            person.line("AT+SMTPBODY?\r");
        }
        assertThat(difference(Map.of())).isNull();
        assertThat(recording()).contains("\n> AT+CPIN?\n< +CPIN: READY\n< OK\n", "\n2> ATE0\n2< OK\n");
    }

    /** What has been written down, as if everything had been said and done at once. */
    private String recording() throws IOException {
        return prompt(recorded);
    }

    private static String prompt(Path recording) throws IOException {
        return Files.readString(recording).replaceAll("(?m)^wait .*\n", "").replaceAll("(?m)^(\\d*<)~ \\d+s ", "$1 ");
    }

    /** One more, when the first has got its number. */
    private static Host second(Host first, SimProcess.Running modem) throws IOException {
        first.line("AT\r");
        return new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))));
    }

    @Test
    void aChangedByteIsShownInItsPlace() throws Exception {
        try (SimProcess.Running modem = run();
                Host host = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))))) {
            session(host);
        }
        Files.writeString(recorded, Files.readString(recorded).replaceFirst("(?m)^(<.*) \\+SMTP: OK$", "$1 +SMTP: 0K"));
        assertThat(difference(Map.of()).describe())
                .anyMatch(line -> line.matches(" +expected \\d+  <.* \\+SMTP: 0K"))
                .containsSubsequence("        came  < +SMTP: OK", "                       ^");
    }

    @Test
    void whatHasBeenSaidIsThereWhenTheProcessIsKilled() throws Exception {
        try (SimProcess.Running modem = run();
                Host host = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))))) {
            host.line("ATE0\r");
            host.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110\r");
            host.type("AT+SMTPBODY\r");
            host.await(">> ");
            modem.process().process().destroyForcibly();
            modem.process().exitCode();
        }
        assertThat(recording())
                .contains("> AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110\n< OK\n")
                .endsWith("> AT+SMTPBODY\n<! \\r\\n>>\\x20\n");
    }

    @Test
    void noPasswordIsWrittenDown() throws Exception {
        try (SimProcess.Running modem = run();
                Host host = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))))) {
            host.line("AT+SMTPAUTH=1,\"un\",\"HiddenOne\"\r");
            host.line("AT+SMTPAUTH?\r");
            host.line("AT+CLCK=\"SC\",1,\"HiddenTwo\"\r");
            host.line("AT+SMTPAUTH=1,\"un\",\"HiddenTx\b\bhree\"\r");
            host.line("AT+SMTPSUB=\"HiddenOne again\"\r");
            host.type("AT+SMTPAUTH=1,\"un\",\"HiddenFour");
        }
        assertThat(Files.readString(recorded)).contains("PASSWORD_1").doesNotContain("Hidden");
        assertThat(check(Map.of())).contains("PASSWORD_1");
    }

    @Test
    void aHangUpIsPlayedAgain() throws Exception {
        Path link = directory.resolve("tty");
        try (SimProcess.Running modem = run("--pty", link.toString())) {
            try (Host first = new Host(new DeviceWire(link, 115200))) {
                first.line("AT+CMEE=2\r");
                first.type("AT+SMTPBODY\r");
                first.await(">> ");
                first.type("never");
                first.await("never");
            }
            try (Host next = new Host(new DeviceWire(link, 115200))) {
                next.line("AT+SMTPBODY?\r");
                next.line("AT+FSDEL=nothing\r");
            }
            assertThat(modem.process().process().isAlive()).isTrue();
        }
        assertThat(recording()).contains("\n>! never\nhang up\n> AT+SMTPBODY?\n");
        assertThat(difference(Map.of())).isNull();
    }

    @Test
    void whatIsDoneToTheWorldIsPlayedAgain() throws Exception {
        try (SimProcess.Running modem = run("--control", "0");
                Host host = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))))) {
            host.line("AT+CREG=1\r");
            ctl(modem, "radio", "registration", "denied").worked();
            host.await("+CREG: 3\r\n");
            ctl(modem, "card", "pull").worked();
            host.line("AT+FSCD=D:/\r");
            ctl(modem, "card", "pull").refused(1, "no card");
            ctl(modem, "card", "insert", "new", "16M").worked();
            host.line("AT+FSMEM\r");
            ctl(modem, "radio", "operator", "26201", "Example Mobile").worked();
        }
        assertThat(recording())
                .contains("\nctl radio registration denied\n< +CREG: 2\n", "\nctl card pull\n> AT+FSCD=D:/\n< ERROR\n")
                .contains("\nctl radio operator 26201 \"Example Mobile\"\n");
        assertThat(difference(Map.of())).isNull();
    }

    @Test
    void aServerIsPlayedByTheRecording() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SimProcess.Running modem =
                        run("--firmware", "2014", "--map", "m2m.example:7001=127.0.0.1:" + server.getLocalPort());
                Host host = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))))) {
            host.line("ATE0\r");
            host.type("AT+NETOPEN\r");
            host.await("+NETOPEN: 0\r\n");
            host.type("AT+CIPOPEN=0,\"TCP\",\"m2m.example\",7001\r");
            host.await("+CIPOPEN: 0,0\r\n");
            try (Socket peer = server.accept()) {
                host.type("AT+CIPSEND=0,5\r");
                host.await(">");
                host.type("hello");
                assertThat(peer.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
                host.await("+CIPSEND: 0,5,5\r\n");
                peer.getOutputStream().write(BINARY.getBytes(StandardCharsets.ISO_8859_1));
                host.await(BINARY.substring(BINARY.length() - 8));
            }
            host.await("+IPCLOSE: 0,1\r\n");
        }
        assertThat(Files.readString(recorded))
                .contains("\npeer 1 accepts m2m.example:7001\n", "\npeer 1 hears hello\n", "\npeer 1 closes\n");
        assertThat(difference(Map.of())).isNull();
        assertThat(difference(Map.of())).isNull();
        assertThat(check(Map.of())).isEqualTo("✓");
    }

    @Test
    void theFilesOfItsStateAreThereAgain() throws Exception {
        Path state = directory.resolve("state");
        Files.createDirectories(state.resolve("C/Mine/Empty"));
        Files.write(state.resolve("C/Mine/all bytes"), BINARY.getBytes(StandardCharsets.ISO_8859_1));
        Files.write(state.resolve("C/Mine/long.bin"), new byte[100_000]);
        Files.write(state.resolve("C/Mine/nothing.txt"), new byte[0]);
        try (SimProcess.Running modem = run("--state", state.toString());
                Host host = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))))) {
            host.line("ATE0\r");
            host.line("AT+FSCD=C:/Mine\r");
            host.line("AT+FSLS\r");
            host.line("AT+FSATTRI=long.bin\r");
            host.type("AT+CFTRANTX=\"C:/Mine/all bytes\"\r");
            host.await("+CFTRANTX: 0\r\n\r\nOK\r\n");
        }
        assertThat(Files.readString(recorded))
                .contains(
                        "\ngiven directory C:/Mine/Empty\n",
                        "\ngiven file C:/Mine/all bytes holds AT\\r\\n> \\x00\\x01",
                        "\n# other bytes than in the session: too many to be kept\ngiven file C:/Mine/long.bin 100000\n",
                        "\ngiven file C:/Mine/nothing.txt 0\n");
        assertThat(difference(Map.of())).isNull();
    }

    @Test
    void whoPlaysItAgainNeedsNoOptions() throws Exception {
        Path profile = directory.resolve("device.yaml");
        Files.writeString(profile, "sim: {pin: \"4321\"}\nreplies:\n  - {line: \"+XVER?\", lines: [\"+XVER: 7\"]}\n");
        try (SimProcess.Running modem = run(
                        "--profile", profile.toString(), "--firmware", "2014", "--mail-script", "smtp-421-in-mail");
                Host host = new Host(new TcpWire(new InetSocketAddress("127.0.0.1", modem.port("tcp"))))) {
            host.line("AT+XVER?\r");
            host.line("AT+CPIN?\r");
        }
        assertThat(Files.readString(recorded))
                .contains("\ngiven firmware 2014\n", "\ngiven profile device.yaml\n", "follows smtp-421-in-mail\n")
                .doesNotContain("4321");
        assertThat(difference(Map.of())).isNull();
    }

    @Test
    void linesToAModemElsewhereArePlayedAgain() throws Exception {
        Path lines = directory.resolve("lines.at");
        try (SimProcess.Running modem = run()) {
            String target = "127.0.0.1:" + modem.port("tcp");
            Tool.run("at", "--to", target, "--record", lines.toString(), "AT+CSQ", "AT+SMTPBODY", "Hello\\x1a", "ATI")
                    .worked();
        }
        assertThat(prompt(lines)).contains("\n> AT+CSQ\n< +CSQ: 22,0\n< OK\n", "\n>! Hello\\x1a\n< OK\n");
        Tool.run("check", lines.toString()).worked();
    }

    @Test
    void aSimulatorIsDoneToWhatTheTranscriptSays() throws Exception {
        Path acting = directory.resolve("acting.at");
        Files.writeString(acting, """
                given tcp-clients 80
                > ATE0
                < OK
                ctl radio signal 9
                > AT+CSQ
                < +CSQ: 9,0
                < OK
                > AT+NETOPEN="TCP",80
                < Network opened
                < OK
                > AT+SERVERSTART
                < OK
                client 1 connects 80
                </ \\+CLIENT: 127\\.0\\.0\\.1:(?<port>\\d+)
                > AT+LISTCLIENT
                < +LISTCLIENT: 0, 127.0.0.1, ${port}
                < OK
                """);
        try (SimProcess.Running modem = run("--control", "0", "--listen", "80=127.0.0.1:0")) {
            String target = "127.0.0.1:" + modem.port("tcp");
            String control = "127.0.0.1:" + modem.port("control");
            Tool without = Tool.run("check", "--to", target, acting.toString());
            assertThat(without.exitCode()).isEqualTo(1);
            assertThat(without.out()).contains(acting + ":4: ctl radio signal 9: cannot be done at " + target);
            Tool.run("check", "--to", target, "--control", control, acting.toString())
                    .worked();
        }
        Tool.run("check", "--control", "5280", acting.toString()).refused(2, "--control");
    }

    @Test
    void manyModemsCannotBeWrittenDown() throws Exception {
        Tool.run(
                        "run",
                        "--fresh-per-connection",
                        "--record",
                        directory.resolve("x.at").toString())
                .refused(2, "--record");
        Tool.run("run", "--tcp", "0", "--record", directory.toString()).refused(1, "cannot write");
    }

    /** The flows of the demo, and a file in either direction. */
    private static void session(Host host) throws IOException {
        host.line("AT\r");
        host.line("ATE0\r");
        host.type("AT+CFTRANRX=\"C:/Picture/first.jpg\"," + BINARY.length() + "\r");
        host.await("\r\n>");
        host.type(BINARY);
        host.await("OK\r\n");
        host.type("AT+CFTRANTX=\"C:/Picture/first.jpg\"\r");
        host.await("+CFTRANTX: 0\r\n\r\nOK\r\n");
        host.line("AT+FSCD=C:/Picture\r");
        host.line("AT+FSLS=2\r");
        host.line("AT+FSATTRI=first.jpg\r");
        host.line("AT+SMTPSRV=\"smtp.server.com\",25\r");
        host.line("AT+SMTPAUTH=1,\"un\",\"pwd\"\r");
        host.line("AT+SMTPFROM=\"UserName@server.com\",\"PresentName\"\r");
        host.line("AT+SMTPRCPT=0,0,\"ToAddr@server.com\",\"ToName\"\r");
        host.line("AT+SMTPSUB=\"First Email\"\r");
        host.type("AT+SMTPBODY\r");
        host.await(">> ");
        host.type("First\r\nEmail\u001a");
        host.await("OK\r\n");
        host.line("AT+SMTPFILE=1,\"C:/Picture/first.jpg\"\r");
        host.type("AT+SMTPSEND\r");
        host.await("+SMTP: SUCCESS\r\n");
        host.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110\r");
        host.line("AT+POP3IN\r");
        host.line("AT+POP3NUM?\r");
        host.type("AT+POP3GET=1\r");
        host.await("EMAIL000.TXT\r\n");
        host.line("AT+POP3OUT\r");
        host.line("AT+CCLK?\r");
    }

    private static Tool ctl(SimProcess.Running modem, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("ctl", "--to", "127.0.0.1:" + modem.port("control")));
        line.addAll(List.of(words));
        return Tool.run(line.toArray(String[]::new));
    }

    private SimProcess.Running run(String... options) throws Exception {
        recorded = directory.resolve("session.at");
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "--record";
        all[options.length + 1] = recorded.toString();
        return SimProcess.run(directory, List.of(), all);
    }

    private Difference difference(Map<String, String> passwords) throws IOException {
        Transcript transcript = Transcript.read(new TranscriptSource.File(recorded), passwords::get);
        try (Bench bench = new Bench(transcript.allFixtures().toList(), Cable.DIRECT, event -> {})) {
            return new Player(Unhurried.TIME, Audience.NONE).play(transcript, bench);
        }
    }

    /** The first word that {@code sim52xx check} prints, or what it complains of. */
    private String check(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        SimProcess.commandLine(List.of("-Dfile.encoding=UTF-8"), "check", recorded.toString()))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? output.split(" ")[0] : output;
    }

    private static String binary() {
        StringBuilder bytes = new StringBuilder("AT\r\n> ");
        for (int i = 0; i < 700; i++) {
            bytes.append((char) (i % 256));
        }
        return bytes.toString();
    }
}
