package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of a mail that was sent (RFC 5322, RFC 2047). */
class SentHeaderTest {

    @RegisterExtension
    final MailBench bench = MailBench.firmware(Firmware.V2012);

    @Test
    void asciiIsUnencoded() throws Exception {
        bench.writeMail();
        bench.ok(
                "AT+SMTPRCPT=0,3,\"jane@server.com\"",
                "AT+SMTPRCPT=1,0,\"cc@server.com\",\"C. C.\"",
                "AT+SMTPRCPT=2,0,\"bcc@server.com\",\"bccname\"",
                "AT+SMTPSUB=\"First Email\"",
                "AT+SMTPBODY=\"This is the first Email!\"");
        ReceivedMail mail = send();
        assertThat(mail.rawHeader())
                .isEqualTo("From: mike <mike@server.com>\r\n"
                        + "To: john <john@server.com>,\r\n\t<jane@server.com>\r\n"
                        + "Cc: \"C. C.\" <cc@server.com>\r\n"
                        + "Subject: First Email\r\n"
                        + "Date: Tue, 2 Feb 2010 11:04:57 +0800\r\n"
                        + "MIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=us-ascii\r\n"
                        + "Content-Transfer-Encoding: 7bit\r\n");
        assertThat(mail.raw()).doesNotContainIgnoringCase("bcc");
        assertThat(mail.sender()).isEqualTo("mike@server.com");
        assertThat(mail.recipients()).endsWith("bcc@server.com").hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10/02/02,11:04:57+32 | Tue, 2 Feb 2010 11:04:57 +0800",
                "12/07/02,16:01:11-20 | Mon, 2 Jul 2012 16:01:11 -0500",
                "99/12/31,23:59:59+23 | Fri, 31 Dec 1999 23:59:59 +0545",
                "80/01/06,07:27:58+00 | Sun, 6 Jan 1980 07:27:58 +0000",
            })
    void theDateIsThatOfTheClock(String clock, String date) throws Exception {
        bench.writeMail();
        bench.ok("AT+CCLK=\"" + clock + "\"");
        assertThat(send().field("Date")).isEqualTo(date);
    }

    @Test
    void anUnknownZoneIsWrittenAsUtc() throws Exception {
        try (MailBench other = MailBench.withoutZone()) {
            other.writeMail();
            assertThat(other.line("AT+CCLK?")).first().isEqualTo("+CCLK: \"10/02/02,03:04:57\"");
            other.sendMail();
            assertThat(ReceivedMail.of(other.received()).field("Date")).endsWith(" +0000");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u6d4b\u8bd5\u90ae\u4ef6",
                "Gr\u00fc\u00dfe",
                "\ud83d\ude00 smile",
                "plain and caf\u00e9 and =?utf-8?Q?no?= word",
                "  blanks \u00e9  ",
            })
    void subjectsThatAreNotAscii(String subject) throws Exception {
        bench.writeMail();
        bench.ok("AT+SMTPSUB={non-ascii}\"" + hex(subject, StandardCharsets.UTF_8) + "\"");
        ReceivedMail mail = send();
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.rawHeader()).isASCII();
        assertThat(mail.rawHeader().lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void theLongestSubjects() throws Exception {
        String chinese = "\u6d4b".repeat(170) + "ab";
        bench.writeMail();
        bench.ok("AT+SMTPSUB={non-ascii}\"" + hex(chinese, StandardCharsets.UTF_8) + "\"");
        ReceivedMail mail = send();
        assertThat(mail.subject()).isEqualTo(chinese);
        assertThat(mail.rawHeader().lines()).allMatch(line -> line.length() <= 78);

        String words = "seven words and no end ".repeat(22) + "then i";
        bench.writeMail();
        bench.ok("AT+SMTPSUB=\"" + words + "\"");
        assertThat(send().subject()).isEqualTo(words);

        bench.writeMail();
        bench.ok("AT+SMTPSUB=\"" + "x".repeat(512) + "\"");
        assertThat(send().field("Subject")).isEqualTo("x".repeat(512));
    }

    @Test
    void anAsciiSubjectIsSentAsItWasTyped() throws Exception {
        for (String subject : List.of("=?utf-8?B?TWFpbCBUZXN0?=", "a: b; \\22c\\22 <d@e>", "tab is refused, ~ not")) {
            bench.writeMail();
            bench.ok("AT+SMTPSUB=\"" + subject + "\"");
            assertThat(send().field("Subject")).isEqualTo(subject.replace("\\22", "\""));
        }
    }

    @Test
    void anEmptySubjectAndNoNames() throws Exception {
        bench.ok("AT+SMTPSRV=\"smtp.server.com\"", "AT+SMTPFROM=\"f@server.com\"", "AT+SMTPRCPT=0,0,\"t@server.com\"");
        ReceivedMail mail = send();
        assertThat(mail.rawHeader()).startsWith("From: <f@server.com>\r\nTo: <t@server.com>\r\nSubject: \r\nDate: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain Name",
                "O'Neill & Sons",
                "Miller, Hans",
                "Hans (boss)",
                "\"quoted\" \\ back",
                "a <b@c.d>",
                "J\u00fcrgen",
                "M\u00fcller, Hans",
                "\u00c4 \"B\" <x@y.z>; (c)",
                "\u5f20\u4f1f",
                "\u5f20\u4f1f\u5f20\u4f1f\u5f20\u4f1f\u5f20\u4f1f\u5f20\u4f1f\u5f20\u4f1f\u5f20\u4f1f\u5f20\u4f1f\u5f20\u4f1f",
            })
    void namesOfAllKinds(String name) throws Exception {
        String hex = "{non-ascii}\"" + hex(name, StandardCharsets.UTF_8) + "\"";
        bench.ok(
                "AT+SMTPSRV=\"smtp.server.com\"",
                "AT+SMTPFROM=\"f@server.com\"," + hex,
                "AT+SMTPRCPT=0,0,\"t@server.com\"," + hex,
                "AT+SMTPRCPT=0,1,\"u@server.com\"," + hex,
                "AT+SMTPRCPT=1,0,\"c@server.com\"," + hex);
        ReceivedMail mail = send();
        assertThat(mail.mailboxes("From")).containsExactly(name + " <f@server.com>");
        assertThat(mail.mailboxes("To")).containsExactly(name + " <t@server.com>", name + " <u@server.com>");
        assertThat(mail.mailboxes("Cc")).containsExactly(name + " <c@server.com>");
        assertThat(mail.rawHeader()).isASCII();
    }

    @ParameterizedTest
    @CsvSource({"gb2312", "GBK", "big5", "iso-8859-1", "shift_jis", "koi8-r"})
    void subjectNamesAndTextInTheCharsetOfSmtpbch(String charset) throws Exception {
        String text = charset.equals("iso-8859-1")
                ? "gr\u00fc\u00df"
                : charset.equals("koi8-r") ? "\u043f\u043e\u0447\u0442\u0430" : "\u4e2d\u6587";
        String hex = "{non-ascii}\"" + hex(text, Charset.forName(charset)) + "\"";
        bench.ok(
                "AT+SMTPSRV=\"smtp.server.com\"",
                "AT+SMTPBCH=\"" + charset + "\"",
                "AT+SMTPFROM=\"f@server.com\"," + hex,
                "AT+SMTPRCPT=0,0,\"t@server.com\"",
                "AT+SMTPSUB=" + hex,
                "AT+SMTPBODY=" + hex);
        ReceivedMail mail = send();
        assertThat(mail.subject()).isEqualTo(text);
        assertThat(mail.mailboxes("From")).containsExactly(text + " <f@server.com>");
        assertThat(mail.rawHeader()).containsIgnoringCase("=?" + charset + "?").contains("charset=" + charset + "\r\n");
        assertThat(mail.body().stripTrailing()).isEqualTo(text);
        assertThat(bench.line("AT+SMTPBCH?"))
                .as("kept after success")
                .containsExactly("+SMTPBCH: \"" + charset + "\"", "OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x-unheard-of", "ISO-2022-CN", "iso-2022-jp", "ISO_8859-1:1987", "utf-7", "us-ascii", "utf-16"})
    void strangeCharsetsHarmNothing(String charset) throws Exception {
        bench.writeMail();
        bench.ok("AT+SMTPBCH=\"" + charset + "\"", "AT+SMTPSUB=\"\u00e9\u00e8\"", "AT+SMTPBODY=\"b\u00e9\"");
        ReceivedMail mail = send();
        assertThat(mail.raw()).isASCII();
        assertThat(mail.parts().get(0).type()).contains(charset);
    }

    private ReceivedMail send() {
        bench.sendMail();
        return ReceivedMail.of(bench.received());
    }

    private static String hex(String text, Charset charset) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(charset));
    }
}
