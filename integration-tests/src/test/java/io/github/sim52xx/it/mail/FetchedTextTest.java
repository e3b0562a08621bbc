package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text file of a mail: four header lines as they came, an empty line, the text in UTF-8 (application note 4.4). */
class FetchedTextTest {

    private static final String HTML = "Content-Type: text/html; charset=utf-8";

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @Test
    void fourFieldsInTheOrderOfTheMail() {
        String text = fetch("Received: by x\nSubject: =?utf-8?B?w6k=?=\nX-Mailer: y\nTo: <a@b.c>,\n <d@e.f>\n"
                + "MIME-Version: 1.0\nDate: today\nMessage-ID: <1@x>\nCc: <g@h.i>\nFrom: me\n\nbody\n");
        assertThat(text)
                .startsWith("Subject: =?utf-8?B?w6k=?=\r\nTo: <a@b.c>,")
                .endsWith("\r\nDate: today\r\nFrom: me\r\n\r\nbody\r\n")
                .doesNotContain("Received", "X-Mailer", "MIME", "Message-ID", "Cc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us-ascii    | 7bit             | hello                | hello",
                "utf-8       | 8bit             | \u00c3\u00a9         | \u00e9",
                "iso-8859-1  | quoted-printable | caf=E9=              | caf\u00e9",
                "iso-8859-15 | 8bit             | \u00a4               | \u20ac",
                "gb2312      | base64           | suLK1A==             | \u6d4b\u8bd5",
                "koi8-r      | quoted-printable | =F0=D2=C9            | \u041f\u0440\u0438",
                "utf-16      | base64           | /v8A6Q==             | \u00e9",
                "nonsense    | 8bit             | plain                | plain",
                "utf-8       | base64           | ====                 | ''",
            })
    void charsetsAndEncodings(String charset, String encoding, String body, String expected) {
        String text = fetch(Mails.single(
                "Content-Type: text/plain; charset=" + charset.strip() + "\nContent-Transfer-Encoding: " + encoding,
                body.strip()));
        String read = text.substring(text.indexOf("\r\n\r\n") + 4);
        assertThat(read.strip()).isEqualTo(expected);
    }

    @Test
    void aMailThatIsHtmlOnly() {
        assertThat(fetch(Mails.single(HTML, "<p>caf\u00c3\u00a9</p>"))).endsWith("\r\n\r\n<p>caf\u00e9</p>\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain first", "html first"})
    void plainTextWinsOverHtml(String order) {
        String html = HTML + "\n\n<p>html</p>";
        String text = Mails.text("plain");
        boolean plainFirst = order.startsWith("plain");
        String mail = Mails.HEADER + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
                + Mails.parts("b", plainFirst ? text : html, plainFirst ? html : text);
        assertThat(fetch(mail)).endsWith("\r\n\r\nplain").doesNotContain("html");
        assertThat(bench.files("C:/Email/100202110457")).containsExactly("EMAIL000.TXT");
    }

    @Test
    void textInSeveralParts() {
        assertThat(fetch(Mails.mixed(Mails.text("one"), Mails.file("a.bin", "x"), Mails.text("two"))))
                .endsWith("\r\n\r\none\r\n\r\ntwo");
    }

    @Test
    void dotsOfTheProtocolAreUndone() {
        assertThat(fetch(Mails.plain("..a\n.\n.b\n..."))).endsWith("\r\n\r\n..a\r\n.\r\n.b\r\n...\r\n");
    }

    @ParameterizedTest
    @CsvSource({"''", "'Subject: only a header'", "'\nonly a body'", "'no header at all'"})
    void strangeMails(String mail) {
        bench.deliver(mail);
        bench.logIn();
        bench.fetch("1");
        assertThat(bench.files("C:/Email/100202110457")).containsExactly("EMAIL000.TXT");
    }

    private String fetch(String mail) {
        bench.deliver(mail);
        bench.logIn();
        return new String(bench.read(bench.fetch("1")), StandardCharsets.UTF_8);
    }
}
