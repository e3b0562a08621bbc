package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Script;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that want to do harm: the modem takes only so much from them. */
class SmtpHostileServerTest {

    /** What the modem reads of a reply, its buffer included. */
    private static final int MOST_BYTES = 256 * 1024;

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", ".", "QUIT"})
    void aReplyWithoutEnd(String verb) {
        bench.conduct(Script.of().on(SMTP, verb).endless("250-and another thing"));
        assertOutcome(verb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "MAIL", "."})
    void linesWithoutCodesWithoutEnd(String verb) {
        bench.conduct(Script.of().on(SMTP, verb).endless("na na na na"));
        assertOutcome(verb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "RCPT", "."})
    void aLineOfFiftyMegabytes(String verb) {
        byte[] line = new byte[50 << 20];
        Arrays.fill(line, (byte) '2');
        bench.conduct(Script.of().on(SMTP, verb).garbage(line));
        assertOutcome(verb);
    }

    @Test
    void aServerThatSaysEverythingInAdvance() {
        String all = "220 a\r\n250 b\r\n250 c\r\n250 d\r\n354 e\r\n250 f\r\n221 g\r\n";
        bench.conduct(Script.of().on(SMTP, "").garbage(all.getBytes(StandardCharsets.ISO_8859_1)));
        bench.writeMail();
        bench.sendMail();
        assertReady();
    }

    @Test
    void aServerThatAnswersTwice() {
        bench.conduct(Script.of().on(SMTP, "MAIL").reply("250 OK", "250 OK"));
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        // The second answer counts for RCPT, that to RCPT for DATA, and that is not the right one.
        bench.dte().await("+SMTP: SERVER ERROR\r\n");
        assertReady();
    }

    @Test
    void controlCharactersGoNowhere() {
        bench.conduct(Script.of().on(SMTP, "RCPT").reply("550 \u001b[2J\u0007\u0000 \u009b31m no\rOK\rSUCCESS"));
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        assertThat(bench.dte().await("john@server.com\r\n")).isEqualTo("\r\n+SMTP: BAD RCPT john@server.com\r\n");
        assertThat(bench.lastOutcome().describe()).doesNotContainPattern("[\\p{Cntrl}\\x80-\\x9f]");
    }

    @Test
    void theAddressThatWasRefusedIsTheOneThatWasTyped() {
        bench.conduct(Script.of().on(SMTP, "RCPT").reply("550 <somebody@else.example> unknown"));
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        bench.dte().await("+SMTP: BAD RCPT john@server.com\r\n");
    }

    private void assertOutcome(String verb) {
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        if (verb.equals(Occasion.GREETING)) {
            assertThat(bench.line("AT+SMTPSEND")).containsExactly("+SMTP: SERVER ERROR", "ERROR");
        } else {
            assertThat(bench.line("AT+SMTPSEND")).containsExactly("+SMTP: OK", "OK");
            bench.dte().await("+SMTP: " + (verb.equals("QUIT") ? "SUCCESS" : "SERVER ERROR") + "\r\n");
        }
        assertThat(bench.watch().heard("SMTP 1<").length()).isLessThan(MOST_BYTES);
        assertThat(bench.lastOutcome().cause().length()).isLessThan(1000);
        assertReady();
    }

    private void assertReady() {
        bench.conduct(Conduct.CORRECT);
        assertThat(bench.line("AT+SMTPSEND?")).containsExactly("+SMTPSEND: 0", "OK");
        bench.writeMail();
        bench.sendMail();
    }
}
