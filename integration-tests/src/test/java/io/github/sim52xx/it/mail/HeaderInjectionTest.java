package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.modem.Firmware;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written into a parameter, no command and no header field appears that the modem did not mean. */
class HeaderInjectionTest {

    private static final List<String> FIELDS =
            List.of("From", "To", "Subject", "Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding");
    private static final List<String> COMMANDS =
            List.of("EHLO", "AUTH", "***", "***", "MAIL", "RCPT", "DATA", ".", "QUIT");

    @RegisterExtension
    final MailBench bench = MailBench.firmware(Firmware.V2012);

    static List<String> attempts() {
        List<String> parameters = List.of(
                "+SMTPSRV=\"smtp.server.com%s\"",
                "+SMTPAUTH=1,\"un%s\",\"pwd\"",
                "+SMTPAUTH=1,\"un\",\"pwd%s\"",
                "+SMTPFROM=\"mike@server.com%s\"",
                "+SMTPFROM=\"mike@server.com\",\"mike%s\"",
                "+SMTPRCPT=0,0,\"john@server.com%s\"",
                "+SMTPRCPT=0,0,\"john@server.com\",\"john%s\"",
                "+SMTPSUB=\"subject%s\"",
                "+SMTPBCH=\"utf-8%s\"",
                "+SMTPFILE=1,\"a.txt%s\"",
                "+SMTPBODY=\"text%s\"");
        List<String> payloads = List.of(
                "\\0D\\0ABcc: evil@server.com",
                "\\0D\\0A\\0D\\0AX-Body: early",
                "\\0D\\0A.\\0D\\0AMAIL FROM:<evil@server.com>",
                "\\0ARCPT TO:<evil@server.com>",
                "\\0DRSET",
                "\\00",
                "> <evil@server.com",
                ">\\0D\\0ARCPT TO:<evil@server.com",
                "\\22 <evil@server.com>, \\22",
                "\\1B[2J\\07",
                "\\7F\\08",
                "\\85X-Nel: 1");
        List<String> attempts = new ArrayList<>();
        for (String parameter : parameters) {
            payloads.forEach(payload -> attempts.add(parameter.formatted(payload)));
        }
        return attempts;
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void anEscapedLineEndIsRefusedOrHarmless(String attempt) throws Exception {
        bench.put("C:/a.txt", new byte[] {1});
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"", "AT+SMTPSUB=\"subject\"");
        boolean refused = bench.line("AT" + attempt).equals(List.of("ERROR"));
        if (!refused && (attempt.startsWith("+SMTPSRV") || attempt.startsWith("+SMTPAUTH"))) {
            assertNothingIsSent();
            return;
        }
        bench.sendMail();
        List<String> verbs = bench.endedSession(Protocol.SMTP).commands().stream()
                .map(command -> command.split(" ")[0])
                .toList();
        assertThat(verbs).isEqualTo(COMMANDS);
        ReceivedMail mail = ReceivedMail.of(bench.received());
        assertThat(mail.fields()).isEqualTo(FIELDS);
        assertThat(mail.recipients()).singleElement().asString().startsWith("john@server.com");
        assertThat(mail.mailboxes("To")).hasSize(1);
        assertThat(mail.mailboxes("From")).hasSize(1);
        assertThat(bench.server().mailbox().messages()).hasSize(1);
        if (!attempt.startsWith("+SMTPBODY")) {
            assertThat(mail.rawHeader()).isASCII().doesNotContain("\0", "\u001b", "\u0007");
        }
    }

    /** To a server or from an account that nobody knows. */
    private void assertNothingIsSent() {
        List<String> answer = bench.line("AT+SMTPSEND");
        if (answer.contains("OK")) {
            bench.dte().await("+SMTP: AUTH ERROR\r\n");
        } else {
            assertThat(answer).containsExactly("+SMTP: NETWORK ERROR", "ERROR");
        }
        assertThat(bench.server().mailbox().messages()).isEmpty();
    }

    @Test
    void whatIsRefused() {
        for (String attempt : attempts()) {
            boolean lineEnd = attempt.matches(".*\\\\(0D|0A|00|1B|7F).*");
            if (lineEnd && !attempt.startsWith("+SMTPBODY")) {
                bench.error("AT" + attempt);
            }
        }
        bench.error("AT+SMTPSUB={non-ascii}\"410D0A42\"", "AT+SMTPFROM=\"a@b\",{non-ascii}\"0A\"");
        bench.error("AT+SMTPRCPT=0,0,{non-ascii}\"613E0D0A\"", "AT+SMTPRCPT=0,0,\"a b@c\"", "AT+SMTPSRV=\"a b\"");
        bench.error("AT+SMTPRCPT=0,0,\"<a@b.c>\"", "AT+SMTPFROM=\"m\u00fc@b.c\"");
    }

    @Test
    void theFoldsOfPop3AreGuardedAsWell() {
        bench.error(
                "AT+POP3SRV=\"pop3.server.com\\0D\\0A\",\"un\",\"pwd\"",
                "AT+POP3SRV=\"pop3.server.com\",\"un\\0D\\0ADELE 1\",\"pwd\"",
                "AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\\0D\\0ADELE 1\"",
                "AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\\00\"");
    }
}
