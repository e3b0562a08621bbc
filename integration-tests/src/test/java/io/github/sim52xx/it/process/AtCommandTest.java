package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sim52xx at} with lines, from outside. */
class AtCommandTest {

    @TempDir
    private static Path directory;

    private static SimProcess.Running modem;
    private static String tcp;

    @BeforeAll
    static void start() throws Exception {
        modem = SimProcess.run(
                directory, List.of(), "--pty", directory.resolve("tty").toString());
        tcp = "127.0.0.1:" + modem.port("tcp");
    }

    @AfterAll
    static void stop() {
        modem.close();
    }

    @Test
    void linesAreAnsweredWithoutFraming() throws Exception {
        assertThat(Tool.run("at", "--to", tcp, "AT", "AT+CSQ").worked().lines())
                .containsExactly("OK", "+CSQ: 22,0", "OK");
    }

    @Test
    void aPtyIsAsGood() throws Exception {
        assertThat(Tool.run("at", "--to", directory.resolve("tty").toString(), "AT+CSQ")
                        .worked()
                        .lines())
                .containsExactly("+CSQ: 22,0", "OK");
    }

    @Test
    void linesMayComeFromStandardInput() throws Exception {
        assertThat(Tool.fed("AT\r\n\r\nAT+CSQ\n", "at", "--to", tcp).worked().lines())
                .containsExactly("OK", "+CSQ: 22,0", "OK");
    }

    @Test
    void anErrorIsExitCode1AndAllLinesGo() throws Exception {
        Tool tool = Tool.run("at", "--to", tcp, "AT+NOPE", "AT");
        assertThat(tool.exitCode()).isEqualTo(1);
        assertThat(tool.lines()).containsExactly("ERROR", "OK");
        assertThat(tool.err()).isEmpty();
    }

    @Test
    void aMailIsWrittenSentAndWaitedFor() throws Exception {
        Tool tool = Tool.run(
                "at",
                "--to",
                tcp,
                "--wait",
                "4",
                "AT+SMTPSRV=\"smtp.server.com\",25",
                "AT+SMTPAUTH=1,\"un\",\"pwd\"",
                "AT+SMTPFROM=\"a@server.com\"",
                "AT+SMTPRCPT=0,0,\"b@server.com\"",
                "AT+SMTPSUB=\"Grüße\"",
                "AT+SMTPBODY",
                "Dear all,\\r\\nbye\\x1a",
                "AT+SMTPBODY?",
                "AT+SMTPSEND");
        assertThat(tool.worked().lines())
                .containsSequence(">>", "OK", "+SMTPBODY: \"Dear all,", "bye\"", "OK")
                .endsWith("+SMTP: OK", "OK", "+SMTP: SUCCESS");
    }

    @Test
    void dataThatIsMissingIsTold() throws Exception {
        Tool.run("at", "--to", tcp, "AT+SMTPBODY").refused(1, "AT+SMTPBODY asks for data");
        Tool.run("at", "--to", tcp, "AT").worked();
    }

    @Test
    void nobodyThereIsExitCode1AndAWayOut() throws Exception {
        try (ClosedPort nobody = new ClosedPort()) {
            Tool.run("at", "--to", Integer.toString(nobody.number()), "AT").refused(1, "is  sim52xx run  running?");
        }
        Tool.run("at", "--to", directory.resolve("missing").toString(), "AT").refused(1, "No such file or directory");
    }

    @Test
    void aModemThatDoesNotAnswerIsNotWaitedForForEver() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Tool.run("at", "--to", Integer.toString(silent.getLocalPort()), "--timeout", "0.2", "AT")
                    .refused(1, "no final result of AT within 0.2 s");
        }
    }

    @ParameterizedTest
    @CsvSource({"--nope,AT", "--to,x", "--to,127.0.0.1:99999", "--baud,fast", "--wait,-1", "--timeout,soon"})
    void wrongUseIsExitCode2(String option, String value) throws Exception {
        Tool.run("at", option, value).refused(2, option);
    }

    @Test
    void whatIsNoCommandLineIsWrongUse() throws Exception {
        Tool.run("at", "--to", tcp, "CSQ").refused(2, "begin with AT");
    }

    @Test
    void helpTeaches() throws Exception {
        assertThat(Tool.run("at", "--help").worked().out())
                .contains("sim52xx at AT+CSQ", "--wait 30 AT+SMTPSEND", "Exit code 0", "--to=", "127.0.0.1:5200");
    }
}
