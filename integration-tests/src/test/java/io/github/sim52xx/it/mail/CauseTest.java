package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.email.MailOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console says beside the code on the AT line; here all that is refused for a reason. */
class CauseTest {

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL | 530 log in first   | +SMTP: AUTH REQUIRED           | MAIL was answered \"530 log in first\"",
                "AUTH | 535 who are you    | +SMTP: AUTH ERROR              | AUTH was answered \"535 who are you\"",
                "RCPT | 550 no such user   | +SMTP: BAD RCPT john@server.com | RCPT was answered \"550 no such user\"",
                "DATA | 452 disk full      | +SMTP: SERVER ERROR            | DATA was answered \"452 disk full\"",
                ".    | 554 spam           | +SMTP: SERVER ERROR            | the end of the mail was answered \"554 spam\"",
                "EHLO | nonsense           | +SMTP: SERVER ERROR            | EHLO was answered \"nonsense\"",
            })
    void whatTheSmtpServerSaid(String verb, String reply, String code, String cause) {
        bench.conduct(Script.of().on(SMTP, verb).reply(reply));
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        bench.line("AT+SMTPSEND");
        bench.dte().await(code + "\r\n");
        assertLast("AT+SMTPSEND", code, cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER | -ERR no such user | +POP3: INVALID UN     | USER was answered \"-ERR no such user\"",
                "PASS | -ERR wrong        | +POP3: INVALID UN/PWD | PASS was answered \"-ERR wrong\"",
                "STAT | nonsense          | +POP3: SERVER ERROR   | STAT: a wrong reply, \"nonsense\"",
            })
    void whatThePop3ServerSaid(String verb, String reply, String code, String cause) {
        bench.conduct(Script.of().on(POP3, verb).reply(reply));
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"");
        assertThat(bench.line("AT+POP3IN")).containsExactly(code, "ERROR");
        assertLast("AT+POP3IN", code, cause);
    }

    @Test
    void everythingThatIsMissingAtOnce() {
        assertThat(bench.line("AT+SMTPSEND")).containsExactly("+SMTP: PARAM ERROR", "ERROR");
        assertLast(
                "AT+SMTPSEND",
                "+SMTP: PARAM ERROR",
                "no server: AT+SMTPSRV; no sender: AT+SMTPFROM; no recipient: AT+SMTPRCPT");
    }

    @Test
    void attachmentsThatAreRefused() {
        bench.put("C:/Picture/a.jpg", new byte[10]);
        bench.put("C:/Picture/big.jpg", new byte[10 << 20]);
        bench.line("AT+FSCD=C:/Picture");
        bench.error("AT+SMTPFILE=1,\"b.jpg\"");
        assertLast("AT+SMTPFILE", "ERROR", "there is no such file in the current directory");
        bench.ok("AT+SMTPFILE=1,\"a.jpg\"");
        bench.error("AT+SMTPFILE=2,\"a.jpg\"");
        assertLast("AT+SMTPFILE", "ERROR", "a file of that name is attached already");
        assertThat(bench.line("AT+SMTPFILE=2,\"big.jpg\"")).containsExactly("+SMTP: OVERSIZE", "ERROR");
        assertLast("AT+SMTPFILE", "+SMTP: OVERSIZE", "the attachments would exceed 10 MB");
    }

    @Test
    void whatCannotBeDoneWhileAMailIsSent() throws InterruptedException {
        Stall stall = held(SMTP, "RCPT");
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        for (String line : new String[] {
            "AT+SMTPSRV", "AT+SMTPAUTH=0", "AT+SMTPFROM", "AT+SMTPRCPT=0", "AT+SMTPSUB", "AT+SMTPBODY", "AT+SMTPFILE"
        }) {
            bench.error(line);
            assertLast(line.split("=")[0], "ERROR", "a mail is being sent");
        }
        assertThat(bench.line("AT+SMTPSEND")).containsExactly("+SMTP: ONGOING", "ERROR");
        assertLast("AT+SMTPSEND", "+SMTP: ONGOING", "another mail is being sent");
        bench.ok("AT+SMTPSTOP");
    }

    @Test
    void whatCannotBeDoneInASessionOrWithout() {
        bench.error("AT+POP3READ");
        assertLast("AT+POP3READ", "ERROR", "no mail has been fetched yet");
        bench.logIn();
        bench.error("AT+POP3SRV");
        assertLast("AT+POP3SRV", "ERROR", "there is a session: AT+POP3OUT, AT+POP3STOP");
        bench.error("AT+POP3READ=0,\"../Picture/a.jpg\"");
        assertThat(bench.lastOutcome().cause()).isNotBlank();
    }

    private Stall held(Protocol protocol, String verb) {
        Stall stall = new Stall();
        bench.conduct(Script.of().on(protocol, verb).perform(stall));
        return stall;
    }

    private void assertLast(String command, String code, String cause) {
        MailOutcome last = bench.lastOutcome();
        assertThat(last.command()).isEqualTo(command);
        assertThat(last.code()).isEqualTo(code);
        assertThat(last.cause()).isEqualTo(cause);
        assertThat(last.success()).isFalse();
        assertThat(last.describe()).matches("(?s).+ → .+: .+ \\(\\d+\\.\\d\\d s\\)");
    }
}
