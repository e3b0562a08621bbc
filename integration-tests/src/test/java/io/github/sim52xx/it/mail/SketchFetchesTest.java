package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.port.TcpPort;
import io.github.sim52xx.modem.Firmware;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sketches that fetch mail over TCP, the ways that public host code does. */
class SketchFetchesTest {

    private static final int SHORT = 60_000;
    private static final int LONG = 60_000;
    private static final String SERVER = "AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110";

    @RegisterExtension
    final MailBench bench = MailBench.firmware(Firmware.V2012);

    private TcpPort port;
    private Sketch sketch;

    @BeforeEach
    void attach() throws IOException {
        bench.deliver(Mails.mixed(Mails.text("first\nFIN;\n"), Mails.file("a.bin", new byte[700])));
        bench.deliver(Mails.plain("second"));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        port = new TcpPort(any, ModemSource.one(bench.modem()), 1);
        sketch = new Sketch(port.address().getPort());
    }

    @AfterEach
    void detach() throws IOException {
        sketch.close();
        port.close();
    }

    /** Picks the path out of the report by dropping blanks and commas, and reads until OK. */
    @Test
    void fetchLogOutRead() throws IOException {
        step(SERVER, SHORT);
        step("AT+CGSOCKCONT=1,\"IP\",\"apn\"", SHORT);
        step("AT+CSOCKAUTH=1,1,\"user\",\"password\"", SHORT);
        step("AT+POP3IN", LONG);
        sketch.flushInput();
        sketch.println("AT+POP3GET=1");
        sketch.skip("C:/Email/", LONG);
        String file = sketch.readUntil('\r', SHORT).replaceAll("[ ,\r]", "");
        assertThat(file).isEqualTo("100202110457/EMAIL100202110457000.TXT");
        step("AT+POP3OUT", LONG);
        step("AT+FSCD=C:/Email", SHORT);
        assertThat(sketch.sendCommand("AT+POP3READ=0,\"" + file + "\"", "\r\nOK", LONG))
                .isTrue();
        assertThat(sketch.buffer()).hasSizeLessThan(511).contains("Subject: Test\r\n\r\nfirst\r\nFIN;");
    }

    /** Sends its next command as soon as it sees SUCCESS, before the OK behind that. */
    @Test
    void nextCommandAtTheSightOfSuccess() throws IOException {
        step("ATE0", SHORT);
        step("AT+CMEE=1", SHORT);
        step(SERVER, SHORT);
        assertThat(sketch.sendCommand("AT+POP3IN", "+POP3: SUCCESS", LONG)).isTrue();
        sketch.flushInput();
        sketch.println("AT+POP3LIST");
        sketch.skip("+POP3:\r\n", LONG);
        assertThat(sketch.waitFor("OK", SHORT)).isTrue();
        assertThat(sketch.buffer()).matches("1 \\d+\r\n2 137\r\n\r\nOK");
        assertThat(sketch.sendCommand("AT+POP3HDR=2", "From:", LONG)).isTrue();
        sketch.skip("From:", SHORT);
        assertThat(sketch.waitFor("OK", SHORT)).isTrue();
        assertThat(sketch.buffer()).contains("\r\nDate: ", "\r\nSubject: Test\r\n");
        assertThat(sketch.sendCommand("AT+POP3GET=1,1", "+POP3: SUCCESS", LONG)).isTrue();
        sketch.skip("+POP3: SUCCESS", SHORT);
        assertThat(sketch.readUntil('\n', SHORT)).isEqualTo("\r\n");
        String[] path = sketch.readUntil('\r', SHORT).strip().split(", ");
        assertThat(sketch.sendCommand("AT+POP3DEL=1", "+POP3: SUCCESS", LONG)).isTrue();
        assertThat(sketch.sendCommand("AT+POP3OUT", "+POP3: SUCCESS", LONG)).isTrue();
        assertThat(sketch.sendCommand("AT+FSCD=" + path[0], "+FSCD: " + path[0], SHORT))
                .isTrue();
        assertThat(sketch.sendCommand("AT+FSLS=2", "a.bin", SHORT)).isTrue();
        assertThat(sketch.sendCommand("AT+FSATTRI=a.bin", "+FSATTRI: ", SHORT)).isTrue();
        sketch.skip("+FSATTRI: ", SHORT);
        assertThat(sketch.readUntil(',', SHORT)).isEqualTo("700,");
        assertThat(bench.server().mailbox().messages()).hasSize(1);
    }

    /** Reads the number of mails from column 7 up to the comma, each path from column 9, and mails line by line. */
    @Test
    void allMailsByColumns() throws IOException {
        step(SERVER, SHORT);
        step("AT+POP3IN", LONG);
        sketch.flushInput();
        sketch.println("AT+POP3NUM");
        sketch.skip("+POP3: ", LONG);
        int mails = Integer.parseInt(sketch.readUntil(',', SHORT).replace(",", ""));
        assertThat(mails).isEqualTo(2);
        for (int i = 1; i <= mails; i++) {
            sketch.flushInput();
            sketch.println("AT+POP3GET= " + i);
            String line;
            do {
                line = sketch.readUntil('\n', LONG);
            } while (!line.contains("C:/Email"));
            String file = line.strip().substring(9).replace(", ", "");
            // The command's echo comes first.
            assertThat(sketch.sendCommand("AT+FSCD=C:/Email", "AT+FSCD=C:/Email", SHORT))
                    .isTrue();
            assertThat(sketch.waitFor("OK", SHORT)).isTrue();
            sketch.flushInput();
            sketch.println("AT+POP3READ=0,\"" + file + "\"");
            sketch.skip("Subject: ", LONG);
            assertThat(sketch.readUntil('\n', SHORT)).isEqualTo("Test\r\n");
            assertThat(sketch.readUntil('\n', SHORT)).isEqualTo("\r\n");
            assertThat(sketch.readUntil('\n', SHORT)).isEqualTo(i == 1 ? "first\r\n" : "second\r\n");
            assertThat(i == 2 || sketch.readUntil('\n', SHORT).equals("FIN;\r\n"))
                    .isTrue();
            assertThat(sketch.waitFor("OK", SHORT)).isTrue();
        }
        step("AT+POP3OUT", LONG);
    }

    /** Starts over when the server has failed. */
    @Test
    void fromTheBeginningAfterAServerError() throws IOException {
        step(SERVER, SHORT);
        step("AT+POP3IN", LONG);
        bench.conduct(Script.of().on(Protocol.POP3, "STAT").close());
        assertThat(sketch.sendCommand("AT+POP3NUM", "+POP3: 2,", "+POP3: SERVER ERROR", LONG))
                .isEqualTo(2);
        bench.conduct(Conduct.CORRECT);
        step("AT+POP3IN", LONG);
        assertThat(sketch.sendCommand("AT+POP3NUM", "+POP3: 2,", "+POP3: SERVER ERROR", LONG))
                .isEqualTo(1);
    }

    private void step(String command, int millis) throws IOException {
        assertThat(sketch.sendCommand(command, "OK", millis)).as(command).isTrue();
    }
}
