package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.email.mime.SavedMail.Attachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The structure of mails: what is text, what is an attachment, where parts begin and end. */
class MailReaderTest {

    private static final String MIXED = "Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n";

    @Test
    void aMailWithTextAndAnAttachment() {
        Received mail = Received.mail("""
                Received: by somebody
                From: a@b.c
                To: d@e.f
                Subject: Two parts
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="--=_x"

                This is a multi-part message in MIME format.
                ----=_x
                Content-Type: text/plain; charset=utf-8

                Hello
                ----=_x
                Content-Type: application/octet-stream
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="a.bin"

                AAEC/w==
                ----=_x--
                epilogue
                """);
        assertThat(mail.text()).isEqualTo("From: a@b.c\nTo: d@e.f\nSubject: Two parts\n\nHello");
        assertThat(mail.saved().attachments()).containsExactly(new Attachment("a.bin", 4));
        assertThat(mail.saved().leftOut()).isZero();
        assertThat(mail.attachment("a.bin")).isEqualTo("\0\1\2\u00ff");
        assertThat(mail.files().contents()).containsOnlyKeys("EMAIL000.TXT", "a.bin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text/plain                     |                            |
                    text/html                      |                            |
                    text/plain                     | inline                     |
                    text/plain                     | attachment                 | ATTACH001.txt
                    text/html                      | attachment                 | ATTACH001.htm
                    text/plain                     | inline; filename=a.txt     | a.txt
                    text/plain; name=b.txt         |                            | b.txt
                    text/plain; name=b.txt         | attachment; filename=a.txt | a.txt
                    text/plain; name=b.txt         | attachment; filename=""    | b.txt
                    text/plain                     | ATTACHMENT                 | ATTACH001.txt
                    text/calendar                  |                            | ATTACH001.ics
                    text/x-anything                |                            | ATTACH001.txt
                    image/jpeg                     | inline                     | ATTACH001.jpg
                    image/png                      |                            | ATTACH001.png
                    IMAGE/GIF                      |                            | ATTACH001.gif
                    application/pdf                |                            | ATTACH001.pdf
                    audio/basic                    |                            | ATTACH001
                    message/rfc822                 |                            | ATTACH001.eml
                    message/global                 |                            | ATTACH001.eml
                    message/news                   |                            | ATTACH001.eml
                    message/partial                |                            | ATTACH001.eml
                    message/external-body          |                            | ATTACH001.eml
                    message/delivery-status        |                            | ATTACH001.txt
                    image                          |                            |
                    nonsense                       |                            |
                    """)
    void whatIsAnAttachment(String type, String disposition, String name) {
        String header = "Content-Type: " + type + "\n"
                + (disposition == null ? "" : "Content-Disposition: " + disposition + "\n");
        Received part = Received.mail(MIXED + "--b\n" + header + "\nbody\n--b--\n");
        Received whole = Received.mail("Subject: s\n" + header + "\nbody");
        for (Received mail : new Received[] {part, whole}) {
            if (name == null) {
                assertThat(mail.names()).isEmpty();
                assertThat(mail.body()).isEqualTo("body");
            } else {
                assertThat(mail.names()).containsExactly(name);
                assertThat(mail.attachment(name)).isEqualTo("body");
                assertThat(mail.body()).isEmpty();
            }
        }
    }

    @Test
    void anAttachedMessageStaysWhole() {
        String inner = "Content-Type: multipart/mixed; boundary=c\n\n--c\nContent-Type: image/png\n"
                + "Content-Transfer-Encoding: base64\n\nAAAA\n--c--\n";
        Received mail = Received.mail(MIXED + "--b\nContent-Type: message/rfc822\n\n" + inner + "\n--b--\n");
        assertThat(mail.names()).containsExactly("ATTACH001.eml");
        assertThat(mail.attachment("ATTACH001.eml")).isEqualTo(inner.replace("\n", "\r\n"));
    }

    @Test
    void anAttachedMessageIsDecodedFromItsOwnEncoding() {
        Received mail = Received.mail(MIXED
                + "--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeA==\n--b--");
        assertThat(mail.attachment("ATTACH001.eml")).isEqualTo("Subject: x");
    }

    @Test
    void partsOfADigestAreMessages() {
        Received mail = Received.mail("""
                Content-Type: multipart/digest; boundary=b

                --b

                Subject: 1

                --b
                Content-Type: text/plain

                text
                --b
                --b--
                """);
        assertThat(mail.names()).containsExactly("ATTACH001.eml", "ATTACH002.eml");
        assertThat(mail.attachment("ATTACH001.eml")).isEqualTo("Subject: 1\r\n");
        assertThat(mail.attachment("ATTACH002.eml")).isEmpty();
        assertThat(mail.body()).isEqualTo("text");
    }

    @Test
    void nestedMultipartsAreTakenApart() {
        Received mail = Received.mail("""
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner

                plain
                --inner
                Content-Type: text/html

                <p>html
                --inner--
                epilogue
                --outer
                Content-Type: image/gif; name=x.gif

                GIF
                --outer--
                """);
        assertThat(mail.body()).isEqualTo("plain");
        assertThat(mail.attachment("x.gif")).isEqualTo("GIF");
    }

    @Test
    void anOuterDelimiterEndsInnerMultiparts() {
        Received mail = Received.mail("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: multipart/mixed; boundary=bb

                --bb

                one
                --b

                two
                --bb

                not a delimiter any more
                --b--
                """);
        assertThat(mail.body()).isEqualTo("one\n\ntwo\n--bb\n\nnot a delimiter any more");
    }

    @Test
    void theLineEndBeforeADelimiterBelongsToTheDelimiter() {
        Received mail =
                Received.mail(MIXED + "--b\nContent-Type: a/b; name=1\n\n--b\nContent-Type: a/b; name=2\n\n\n--b\n"
                        + "Content-Type: a/b; name=3\n\nx\n\n--b--");
        assertThat(mail.attachment("1")).isEmpty();
        assertThat(mail.attachment("2")).isEmpty();
        assertThat(mail.attachment("3")).isEqualTo("x\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7bit", "8bit", "binary", "X-Unknown", "7bit (really)"})
    void binaryBodiesAreKeptToTheByte(String encoding) {
        StringBuilder all = new StringBuilder("\n\r\r\n-\n--\n--c\r--b\n\r\n\r-\r");
        for (int i = 0; i < 256; i++) {
            all.append((char) i).append(i % 7 == 0 ? "\r" : "").append(i % 5 == 0 ? "\n" : "");
        }
        for (String end : new String[] {"", "\r", "\r\n", "\n", "-", "\r\n--b-", "\r\n--bb"}) {
            String body = all + end;
            String mail =
                    MIXED.replace("\n", "\r\n") + "--b\r\nContent-Type: a/b; name=x\r\nContent-Transfer-Encoding: "
                            + encoding + "\r\n\r\n" + body.replace("--b\n", "--b.\n") + "\r\n--b--\r\n";
            assertThat(Received.bytes(mail.getBytes(ISO_8859_1)).attachment("x"))
                    .isEqualTo(body.replace("--b\n", "--b.\n"));
        }
    }

    @Test
    void bareLineFeedsEndLinesToo() {
        byte[] mail =
                "Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\r\n--b\nContent-Type: a/b; name=x\n\n\n1\n2\n--b--\n"
                        .getBytes(ISO_8859_1);
        assertThat(Received.bytes(mail).text()).isEqualTo("Subject: s\n\none");
        assertThat(Received.bytes(mail).attachment("x")).isEqualTo("\n1\n2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--b  ", "--b\t", "--b \t "})
    void blanksBehindADelimiterDoNotCount(String delimiter) {
        assertThat(Received.mail(MIXED + delimiter + "\n\none\n" + delimiter + "\n\ntwo\n--b--  \nthree")
                        .body())
                .isEqualTo("one\n\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bx", "--B", "--b x", " --b", "-b", "--b-", "--b---", "x--b"})
    void otherLinesAreNoDelimiters(String line) {
        assertThat(Received.mail(MIXED + "--b\n\n" + line + "\n--b--\nepilogue").body())
                .isEqualTo(line);
    }

    @Test
    void aMissingCloseDelimiterIsMadeUp() {
        assertThat(Received.mail(MIXED + "--b\n\none\n--b\n\ntwo\n").body()).isEqualTo("one\n\ntwo");
        assertThat(Received.mail(MIXED + "--b\n\none\n--b").body()).isEqualTo("one");
        assertThat(Received.mail(MIXED + "--b\nContent-Type: a/b; name=x").attachment("x"))
                .isEmpty();
    }

    @Test
    void aMultipartWhosePartsNeverBeginIsText() {
        assertThat(Received.mail(MIXED + "Hello\n--c\nthere\n").body()).isEqualTo("Hello\n--c\nthere\n");
        assertThat(Received.mail(MIXED + "Hello\n--b--\nepilogue\n").body()).isEqualTo("Hello");
        assertThat(Received.mail("Content-Type: multipart/mixed\nContent-Transfer-Encoding: base64\n\nHello\n")
                        .body())
                .isEqualTo("Hello\n");
        assertThat(Received.mail(MIXED + "--b\nContent-Type: multipart/mixed; boundary=c\n\nHello\n--b\n\nyou\n--b--")
                        .body())
                .isEqualTo("Hello\n\nyou");
    }

    @Test
    void aLongPreambleIsTextTooIfNoPartBegins() {
        String preamble = "0123456789\n".repeat(10_000);
        assertThat(Received.mail(MIXED + preamble).body()).isEqualTo(preamble);
        Received mail = Received.mail(MIXED + preamble + "--b\n\ntext\n--b--");
        assertThat(mail.body()).isEqualTo("text");
        assertThat(mail.files().contents()).containsOnlyKeys("EMAIL000.TXT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From somebody Fri Apr 06 16:46:09 2001\n",
                "\n",
                "      \n",
                "\u00ef\u00bb\u00bf",
                "Mail content:\n",
                "X-Broken : y\n",
                "X-Empty:\n"
            })
    void whatStandsBeforeTheHeaderDoesNotHurt(String junk) {
        assertThat(Received.mail(junk + "Subject: s\n\nHello").text()).isEqualTo("Subject: s\n\nHello");
    }

    @Test
    void aMailWithoutAHeaderIsText() {
        assertThat(Received.mail("Hello\nWorld\n").text()).isEqualTo("\nHello\nWorld\n");
        assertThat(Received.mail("\nHello\n").text()).isEqualTo("\nHello\n");
        assertThat(Received.mail("Hello").text()).isEqualTo("\nHello");
        assertThat(Received.mail("Hello\n\nWorld").text()).isEqualTo("\nHello\n\nWorld");
        assertThat(Received.mail("x".repeat(3000) + ": y\n").text()).isEqualTo("\n" + "x".repeat(3000) + ": y\n");
        assertThat(Received.mail("").text()).isEqualTo("\n");
    }

    @Test
    void aHeaderNeedsNoEmptyLineBehindIt() {
        assertThat(Received.mail("Subject: s\nHello there\n\nWorld").text())
                .isEqualTo("Subject: s\n\nHello there\n\nWorld");
        assertThat(Received.mail("Subject: s").text()).isEqualTo("Subject: s\n\n");
        assertThat(Received.mail("Content-Type: multipart/mixed; boundary=b\n--b\nHello\n--b--")
                        .body())
                .isEqualTo("Hello");
        assertThat(Received.mail("Content-Type: multipart/mixed; boundary=b\n--b")
                        .body())
                .isEmpty();
    }

    @Test
    void theFirstOfTwoContentTypesCounts() {
        assertThat(Received.mail("Content-Type: text/plain\nContent-Type: image/png\n\nHello")
                        .body())
                .isEqualTo("Hello");
    }

    @Test
    void boundariesMayHoldBlanksSpecialsAndComments() {
        assertThat(Received.mail("Content-Type: multipart/mixed; boundary=\"a b; =c\"\n\n--a b; =c\n\nx\n--a b; =c--")
                        .body())
                .isEqualTo("x");
        assertThat(Received.mail("Content-Type: multipart/mixed; boundary=----=_x.1\n\n------=_x.1\n\nx\n------=_x.1--")
                        .body())
                .isEqualTo("x");
        assertThat(Received.mail(
                                "Content-Type: multipart/mixed (b; c); boundary*0=\"a\"; boundary*1=\"b \"\n\n--ab\n\nx\n--ab--")
                        .body())
                .isEqualTo("x");
    }
}
