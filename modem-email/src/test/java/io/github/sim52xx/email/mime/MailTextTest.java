package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The text file: its header lines, its texts and its name. */
class MailTextTest {

    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\n\n";

    @Test
    void fourFieldsInTheOrderOfTheMailAsTheyStand() {
        Received mail = Received.mail("""
                Received: x
                subject:   =?utf-8?Q?caf=C3=A9?=
                X-Date: no
                TO : "A" <a@b.c>,
                \t<d@e.f>
                Cc: nobody
                DATE: Tue, 2 Feb 2010 11:04:57 +0800
                From: b
                To: c

                Hello
                """);
        assertThat(mail.text()).isEqualTo("""
                        Subject: =?utf-8?Q?caf=C3=A9?=
                        To: "A" <a@b.c>,\t<d@e.f>
                        Date: Tue, 2 Feb 2010 11:04:57 +0800
                        From: b
                        To: c

                        Hello
                        """);
    }

    @Test
    void rawBytesOfAHeaderStayAndACrCannotFakeALine() {
        Received mail = Received.mail("Subject: caf\u00e9\rFrom: x\n\n");
        assertThat(mail.files().latin1("EMAIL000.TXT")).isEqualTo("Subject: caf\u00e9 From: x\r\n\r\n");
    }

    @Test
    void headersOfPartsAreNotShown() {
        assertThat(Received.mail(MIXED + "--b\nSubject: inner\n\nHello\n--b--").text())
                .isEqualTo("\nHello");
    }

    @Test
    void aFieldIsCutAt64Kilobytes() {
        String longest = "x".repeat(HeaderBlock.MAX_FIELD);
        assertThat(Received.mail("Subject: " + longest + "yyy\n zzz\nFrom: a\n\nHello")
                        .text())
                .isEqualTo("Subject: " + longest + "\nFrom: a\n\nHello");
        assertThat(Received.mail("Subject:\n" + " 0123456789\n".repeat(10_000) + "\nHello")
                        .text())
                .isEqualTo(
                        "Subject: " + " 0123456789".repeat(10_000).substring(0, HeaderBlock.MAX_FIELD) + "\n\nHello");
    }

    @Test
    void textIsDecodedAndItsLineEndsAreCrlf() {
        Received mail = Received.mail(
                "Content-Type: text/plain; charset=\"ISO-8859-15\"\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "=A4 1=0A2=0D3=0D=0A4=\n5\n");
        assertThat(mail.files().utf8("EMAIL000.TXT")).isEqualTo("\r\n\u20ac 1\r\n2\r\n3\r\n45\r\n");
    }

    @Test
    void severalTextsWithAnEmptyLineBetween() {
        assertThat(Received.mail(MIXED + "--b\n\none\n--b\n\ntwo\n\n--b\n\n\n--b\n\nthree\n--b--")
                        .body())
                .isEqualTo("one\n\ntwo\n\nthree");
    }

    @Test
    void htmlOnlyWithoutPlainText() {
        String html = "--b\nContent-Type: text/html; charset=iso-8859-1\n\n<p>\u00e4\n";
        assertThat(Received.mail("Subject: s\n" + MIXED + html + html + "--b--").text())
                .isEqualTo("Subject: s\n\n<p>\u00e4\n\n<p>\u00e4");
        assertThat(Received.mail("Subject: s\n" + MIXED + html + "--b\n\nplain\n" + html + "--b\n\nmore\n--b--")
                        .text())
                .isEqualTo("Subject: s\n\nplain\n\nmore");
        assertThat(Received.mail(MIXED + "--b\n\n--b\n\n" + html + "--b--").body())
                .as("an empty text is none")
                .isEqualTo("<p>\u00e4");
        assertThat(Received.mail(MIXED + "--b\nContent-Disposition: attachment\n\nplain\n" + html + "--b--")
                        .body())
                .as("an attached text is none either")
                .isEqualTo("<p>\u00e4");
    }

    @Test
    void theDigitsCountUpPastAttachmentsOfThatName() {
        assertThat(Received.mail("\nx").saved().textFile()).isEqualTo("EMAIL000.TXT");
        Received mail = Received.mail(
                MIXED
                        + "--b\n\nHello\n--b\nContent-Type: a/b; name=email000.txt\n\n1\n--b\nContent-Type: a/b; name=EMAIL001.TXT\n\n2\n--b--");
        assertThat(mail.saved().textFile()).isEqualTo("EMAIL002.TXT");
        assertThat(mail.names()).containsExactly("email000.txt", "EMAIL001.TXT");
        assertThat(mail.body()).isEqualTo("Hello");
    }

    @Test
    void anAttachmentMayHaveTheNameOfAFileInTheMaking() {
        Received mail = Received.mail(MIXED + "--b\nContent-Type: a/b; name=text.part\n\n1\n--b\n\nHello\n--b\n"
                + "Content-Type: a/b; name=TEXT.part\n\n2\n--b--");
        assertThat(mail.attachment("text.part")).isEqualTo("1");
        assertThat(mail.names()).hasSize(2).doesNotHaveDuplicates();
        assertThat(mail.body()).isEqualTo("Hello");
    }

    @Test
    void theCallerSaysHowTheTextFileIsCalled() throws IOException {
        MemoryFiles files = new MemoryFiles();
        try (MailReader reader = new MailReader(files, "EMAIL100202110457", ".txt")) {
            byte[] mail = "Subject: s\r\n\r\nHello".getBytes(ISO_8859_1);
            reader.write(mail, 0, mail.length);
            assertThat(reader.end().textFile()).isEqualTo("EMAIL100202110457000.txt");
        }
        assertThat(files.utf8("EMAIL100202110457000.txt")).isEqualTo("Subject: s\r\n\r\nHello");
    }
}
