package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.port.TcpPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sketches that send mail over TCP, the ways that public host code does. */
class SketchSendsTest {

    private static final int SHORT = 60_000;
    private static final int LONG = 60_000;

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    private TcpPort port;
    private Sketch sketch;

    @BeforeEach
    void attach() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        port = new TcpPort(any, ModemSource.one(bench.modem()), 1);
        sketch = new Sketch(port.address().getPort());
    }

    @AfterEach
    void detach() throws IOException {
        sketch.close();
        port.close();
    }

    /** Waits for OK behind everything, writes to a copy only, looks for the outcome in a hundred bytes. */
    @Test
    void settingsOneByOneAndACopyOnly() throws IOException {
        powerOn();
        String[] settings = {
            "AT+SMTPSRV=\"smtp.server.com\",25",
            "AT+SMTPAUTH=1,\"un\",\"pwd\"",
            "AT+SMTPFROM=\"sender@server.com\",\"sender\"",
            "AT+SMTPRCPT=1,0,\"receiver@server.com\",\"receiver\"",
            "AT+SMTPSUB=\"Test of the 3G shield\"",
            "AT+SMTPBODY=\"Hello, this is the 3G shield\"",
            "AT+CGSOCKCONT=1,\"IP\",\"apn.operator.com\"",
            "AT+CSOCKAUTH=1,1,\"user\",\"password\"",
        };
        for (String setting : settings) {
            assertThat(sketch.sendCommand(setting, "OK", SHORT)).as(setting).isTrue();
        }
        assertThat(sketch.sendCommand("AT+SMTPSEND", "+SMTP: SUCCESS", LONG)).isTrue();
        assertThat(sketch.buffer().length()).isLessThanOrEqualTo(100);
        assertThat(mail())
                .contains("Subject: Test of the 3G shield\r\n")
                .contains("\r\n\r\nHello, this is the 3G shield");
        assertThat(bench.received().envelope().recipients()).containsExactly("receiver@server.com");
    }

    /** Types the text at the prompt with a stray line end behind each command, and attaches a file. */
    @Test
    void theTextAtThePromptAndAFile() throws IOException {
        bench.put("C:/Picture/photo.jpg", new byte[2000]);
        powerOn();
        step("AT+SMTPSRV=\"smtp.server.com\",25");
        step("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        step("AT+SMTPFROM=\"sender@server.com\",\"sender\"");
        step("AT+SMTPRCPT=0, 0, \"receiver@server.com\", \"receiver\"");
        step("AT+SMTPSUB=\"10_photo\"");
        assertThat(sketch.sendCommand("AT+SMTPBODY", ">>", SHORT)).isTrue();
        sketch.print("first line\r\nsecond line\r\n");
        sketch.print("\u001a");
        assertThat(sketch.waitFor("OK", SHORT)).isTrue();
        sketch.print("\r\n");
        // The echo is looked for, not only the answer.
        assertThat(sketch.sendCommand("AT+FSCD=C:/Picture", "AT+FSCD=C:/Picture", SHORT))
                .isTrue();
        assertThat(sketch.waitFor("OK", SHORT)).isTrue();
        assertThat(sketch.sendCommand("AT+FSDEL=\"old.jpg\"", "OK", "ERROR", SHORT))
                .isEqualTo(2);
        step("AT+SMTPFILE=1,\"photo.jpg\"");
        assertThat(sketch.sendCommand("AT+SMTPSEND", "+SMTP: SUCCESS", "ERROR", LONG))
                .isEqualTo(1);
        assertThat(mail()).contains("photo.jpg", "first line\r\nsecond line", "Subject: 10_photo\r\n");
    }

    /** Does not wait for anything but the outcome: every command is sent at once, and so is a second mail. */
    @Test
    void everythingAtOnce() throws IOException {
        for (int i = 1; i <= 2; i++) {
            sketch.println("ATE0");
            sketch.println("AT+CMEE=1");
            sketch.println("AT+SMTPSRV=\"smtp.server.com\",25");
            sketch.println("AT+SMTPAUTH=1,\"UserName\",\"password\"");
            sketch.println("AT+SMTPFROM=\"sender@server.com\"");
            sketch.println("AT+SMTPRCPT=0,0,\"receiver@server.com\"");
            sketch.println("AT+SMTPSUB=\"mail " + i + "\"");
            sketch.println("AT+SMTPBODY=\"text\"");
            assertThat(sketch.sendCommand("AT+SMTPSEND", "+SMTP: SUCCESS", LONG))
                    .isTrue();
        }
        assertThat(bench.server().mailbox().messages()).hasSize(2);
        assertThat(mail()).contains("Subject: mail 2\r\n");
    }

    /** Tries again until it works, as the manual recommends when the server has failed. */
    @Test
    void onceMoreAfterAServerError() throws IOException {
        bench.conduct(Script.of().on(Protocol.SMTP, "DATA").nthEver(1).close());
        powerOn();
        step("AT+SMTPSRV=\"smtp.server.com\",25");
        step("AT+SMTPFROM=\"sender@server.com\",\"sender\"");
        step("AT+SMTPRCPT=0,0,\"receiver@server.com\",\"receiver\"");
        step("AT+SMTPSUB=\"again\"");
        assertThat(sketch.sendCommand("AT+SMTPSEND", "+SMTP: SUCCESS", "+SMTP: SERVER ERROR", LONG))
                .isEqualTo(2);
        assertThat(sketch.sendCommand("AT+SMTPSEND", "+SMTP: SUCCESS", "+SMTP: SERVER ERROR", LONG))
                .isEqualTo(1);
        assertThat(mail()).contains("Subject: again\r\n");
    }

    private void powerOn() throws IOException {
        assertThat(sketch.sendCommand("AT", "OK", SHORT)).isTrue();
        // The card is ready already, or the PIN wrong: the sketch does not care.
        assertThat(sketch.sendCommand("AT+CPIN=1234", "OK", "ERROR", SHORT)).isPositive();
        assertThat(sketch.sendCommand("AT+CREG?", "+CREG: 0,1", "+CREG: 0,5", SHORT))
                .isPositive();
    }

    private void step(String command) throws IOException {
        assertThat(sketch.sendCommand(command, "OK", SHORT)).as(command).isTrue();
    }

    private String mail() {
        return ReceivedMail.of(bench.received()).raw();
    }
}
