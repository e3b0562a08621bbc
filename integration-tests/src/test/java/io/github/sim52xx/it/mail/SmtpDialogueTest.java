package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Accounts;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the DTE and what the server see of a mail that goes well (manual 20.1.9, RFC 5321, RFC 4954). */
class SmtpDialogueTest {

    private static final String NO_LOGIN = "250 sim52xx";

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @Test
    void theNotesExampleToTheByte() {
        bench.ok(
                "AT+CGSOCKCONT=1,\"IP\",\"3GNET\",\"0.0.0.0\",0,0",
                "AT+SMTPSRV=\"smtp.server.com\",25",
                "AT+SMTPAUTH=1,\"UserName\",\"password\"",
                "AT+SMTPFROM=\"UserName@server.com\",\"PresentName\"",
                "AT+SMTPRCPT=0,0,\"ToAddr@server.com\",\"ToName\"",
                "AT+SMTPRCPT=1,0,\"CcAddr@server.com\",\"CcName\"",
                "AT+SMTPSUB=\"First Email\"",
                "AT+SMTPBODY=\"This is the first Email!\"");
        assertThat(bench.exact("AT+SMTPSEND")).isEqualTo("\r\n+SMTP: OK\r\n\r\nOK\r\n");
        assertThat(bench.dte().await("SUCCESS\r\n")).isEqualTo("\r\n+SMTP: SUCCESS\r\n");
        assertThat(commands())
                .containsExactly(
                        "EHLO [10.71.155.118]",
                        "AUTH LOGIN",
                        "***",
                        "***",
                        "MAIL FROM:<UserName@server.com>",
                        "RCPT TO:<ToAddr@server.com>",
                        "RCPT TO:<CcAddr@server.com>",
                        "DATA",
                        ".",
                        "QUIT");
        assertThat(bench.server().mailbox().messages()).hasSize(1);
    }

    @Test
    void successComesWhenTheSessionIsClosed() throws InterruptedException {
        bench.writeMail();
        bench.sendMail();
        assertThat(bench.session(Protocol.SMTP).awaitEnd(MailBench.PATIENCE)).isTrue();
        assertThat(bench.watch().heard("SMTP 1>")).endsWith("\r\n.\r\nQUIT\r\n");
        assertThat(bench.line("AT+SMTPSEND?")).containsExactly("+SMTPSEND: 0", "OK");
    }

    @Test
    void recipientsInTheOrderToCcBcc() {
        bench.ok("AT+SMTPSRV=\"smtp.server.com\"", "AT+SMTPFROM=\"f@server.com\"");
        bench.ok("AT+SMTPRCPT=2,1,\"b1@server.com\"", "AT+SMTPRCPT=2,0,\"b0@server.com\"");
        bench.ok(
                "AT+SMTPRCPT=1,3,\"c3@server.com\"",
                "AT+SMTPRCPT=0,4,\"t4@server.com\"",
                "AT+SMTPRCPT=0,2,\"t2@server.com\"");
        bench.sendMail();
        List<String> expected = new ArrayList<>();
        for (String name : List.of("t2", "t4", "c3", "b0", "b1")) {
            expected.add("RCPT TO:<" + name + "@server.com>");
        }
        assertThat(commands()).containsSubsequence(expected);
        assertThat(commands().stream().filter(command -> command.startsWith("RCPT")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,CC", "2,BCC"})
    void aMailToNobodyButACopy(int kind, String name) throws Exception {
        bench.ok("AT+SMTPSRV=\"smtp.server.com\"", "AT+SMTPFROM=\"f@server.com\"");
        bench.ok("AT+SMTPRCPT=" + kind + ",0,\"copy@server.com\",\"" + name + "\"");
        bench.sendMail();
        ReceivedMail mail = ReceivedMail.of(bench.received());
        assertThat(mail.recipients()).containsExactly("copy@server.com");
        assertThat(mail.field("To")).isNull();
        assertThat(mail.field("Cc")).isEqualTo(kind == 1 ? "CC <copy@server.com>" : null);
        assertThat(mail.raw().contains("copy@server.com")).isEqualTo(kind == 1);
    }

    /** Behind the first blank is what the server offers at EHLO. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "250-AUTH LOGIN PLAIN/250 SIZE    | LOGIN",
                "250-AUTH PLAIN LOGIN/250 SIZE    | LOGIN",
                "250 AUTH=LOGIN                   | LOGIN",
                "250-auth cram-md5 plain/250 OK   | PLAIN",
                "250 AUTH PLAIN                   | PLAIN",
                "250-SIZE 1/250 PIPELINING        | none",
                "250 AUTH                         | none",
            })
    void howItLogsIn(String offer, String expected) {
        bench.conduct(Script.of().on(Protocol.SMTP, "EHLO").earlyReply(("250-here/" + offer.strip()).split("/")));
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        bench.sendMail();
        String token = base64("\0un\0pwd");
        String sent = bench.watch().heard("SMTP 1>");
        switch (expected) {
            case "LOGIN" ->
                assertThat(sent).contains("AUTH LOGIN\r\n" + base64("un") + "\r\n" + base64("pwd") + "\r\nMAIL ");
            case "PLAIN" -> assertThat(sent).contains("AUTH PLAIN " + token + "\r\nMAIL ");
            default -> assertThat(sent).doesNotContain("AUTH");
        }
    }

    @Test
    void withoutLoginNoAuthWhateverIsOffered() {
        bench.writeMail();
        bench.sendMail();
        assertThat(commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void aServerThatAsksForTheTokenOfPlainGetsIt() {
        bench.conduct(Script.of()
                .on(Protocol.SMTP, "EHLO")
                .earlyReply("250-here", "250 AUTH PLAIN")
                .on(Protocol.SMTP, "AUTH")
                .reply("334 ")
                .on(Protocol.SMTP, "?")
                .reply("235 welcome"));
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        bench.sendMail();
        String token = base64("\0un\0pwd");
        assertThat(bench.watch().heard("SMTP 1>")).contains("AUTH PLAIN " + token + "\r\n" + token + "\r\nMAIL ");
    }

    @Test
    void namesAndPasswordsAreTheBytesThatWereTyped() {
        String user = "u\u00e9";
        String password = "\u00c3\u00a4\u00fe ;\"";
        try (MailBench other = MailBench.withServer(
                server -> server.accounts(new Accounts(Map.of(user, password))).authRequired(true))) {
            other.writeMail();
            other.ok("AT+SMTPAUTH=1,\"" + user + "\",\"" + password.replace("\"", "\\22") + "\"");
            other.sendMail();
        }
    }

    @Test
    void aServerWithoutExtensionsHearsHelo() {
        bench.conduct(Script.of().on(Protocol.SMTP, "EHLO").reply("500 5.5.1 what?"));
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        bench.sendMail();
        assertThat(commands())
                .startsWith("EHLO [10.71.155.118]", "HELO [10.71.155.118]", "MAIL FROM:<mike@server.com>");
    }

    @Test
    void repliesOfSeveralLinesAndOtherGoodCodes() {
        bench.conduct(Script.of()
                .on(Protocol.SMTP, "")
                .reply("220-hello", "220-there", "220 ready")
                .on(Protocol.SMTP, "RCPT")
                .earlyReply("251-will forward", "251")
                .on(Protocol.SMTP, "DATA")
                .earlyReply("354-go", "354 on")
                .on(Protocol.SMTP, "QUIT")
                .earlyReply("221-bye", "221 bye"));
        bench.writeMail();
        bench.sendMail();
        assertThat(bench.server().mailbox().messages()).hasSize(1);
    }

    @Test
    void repliesThatEndWithBareLineFeeds() {
        bench.conduct(Script.of().on(Protocol.SMTP, "").garbage("220 ready\n".getBytes()));
        bench.writeMail();
        bench.sendMail();
    }

    @Test
    void aMailThatIsAcknowledgedBeforeItHasCome() {
        bench.conduct(Script.of().on(Protocol.SMTP, "DATA").earlyReply("354 go", "250 got it"));
        bench.writeMail();
        bench.sendMail();
    }

    @Test
    void twoMailsInARow() {
        for (String subject : List.of("one", "two")) {
            bench.writeMail();
            bench.ok("AT+SMTPSUB=\"" + subject + "\"");
            bench.sendMail();
        }
        assertThat(bench.server().mailbox().messages()).hasSize(2);
        assertThat(ReceivedMail.of(bench.received()).rawHeader()).contains("Subject: two\r\n");
    }

    @Test
    void whatIsTypedEarlyWaits() {
        bench.conduct(Script.of().on(Protocol.SMTP, "MAIL").stall());
        bench.writeMail();
        bench.dte().send("AT+SMTPSEND\rAT+SMTPSEND?\rAT+SMTPRCPT?\r");
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTP: OK\r\n\r\nOK\r\n");
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTPSEND: 1\r\n\r\nOK\r\n");
    }

    private List<String> commands() {
        return bench.endedSession(Protocol.SMTP).commands();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
