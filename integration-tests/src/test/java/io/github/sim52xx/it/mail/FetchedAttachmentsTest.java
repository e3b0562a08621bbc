package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments arrive as they were, however they travelled: as files beside the text (RFC 2045, RFC 2046). */
class FetchedAttachmentsTest {

    private static final String DIRECTORY = "C:/Email/100202110457/";

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    private final byte[] content = new byte[50_000];

    @BeforeEach
    void fill() {
        new Random(7).nextBytes(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 56, 57, 58, 50_000})
    void base64(int length) {
        byte[] file = Arrays.copyOf(content, length);
        fetch(Mails.mixed(Mails.text("hello"), Mails.file("a.bin", file)));
        assertThat(bench.read(DIRECTORY + "a.bin")).isEqualTo(file);
        assertThat(text()).endsWith("\r\n\r\nhello");
    }

    @Test
    void quotedPrintable() {
        fetch(Mails.mixed(
                Mails.text("hello"), part("a.bin", "quoted-printable", "=00=FF=\n soft=20\nline  \n.=2E\n=3D")));
        assertThat(bench.read(DIRECTORY + "a.bin")).isEqualTo(latin1("\0\u00ff soft \r\nline\r\n..\r\n="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7bit", "8bit", "binary", ""})
    void asItIs(String encoding) {
        String body = ".\n..\n\u00c3\u00a9 \u00ff\0\n\n-- \nFrom x\n.";
        fetch(Mails.mixed(Mails.text("hello"), part("a.bin", encoding, body)));
        assertThat(bench.read(DIRECTORY + "a.bin")).isEqualTo(latin1(body.replace("\n", "\r\n")));
    }

    @Test
    void uuencodedAsAPartAndInTheText() {
        String block = "begin 644 cat.txt\n#0V%T\n`\nend\n";
        fetch(Mails.mixed(Mails.text("before\n" + block + "after"), part("b.txt", "x-uuencode", block)));
        assertThat(bench.read(DIRECTORY + "cat.txt")).asString().isEqualTo("Cat");
        assertThat(bench.read(DIRECTORY + "b.txt")).asString().isEqualTo("Cat");
        assertThat(text()).contains("before\r\n").contains("after").doesNotContain("#0V%T");
    }

    @Test
    void nested() {
        String alternative = "Content-Type: multipart/alternative; boundary=in\n\n"
                + Mails.parts("in", Mails.text("plain"), "Content-Type: text/html\n\n<p>html</p>");
        String related = "Content-Type: multipart/related; boundary=rel\n\n"
                + Mails.parts("rel", alternative, Mails.file("deep.bin", content));
        fetch(Mails.mixed(related, Mails.file("top.bin", "top")));
        assertThat(bench.files(DIRECTORY)).containsExactlyInAnyOrder("EMAIL000.TXT", "deep.bin", "top.bin");
        assertThat(bench.read(DIRECTORY + "deep.bin")).isEqualTo(content);
        assertThat(text()).endsWith("\r\n\r\nplain");
    }

    @Test
    void anAttachedMailStaysWhole() {
        String inner = Mails.mixed(Mails.text("inner text"), Mails.file("inner.bin", "inner"))
                .replace("=_b", "=_inner");
        fetch(Mails.mixed(
                Mails.text("outer"),
                "Content-Type: message/rfc822\nContent-Disposition: attachment; filename=\"mail.eml\"\n\n" + inner));
        assertThat(bench.files(DIRECTORY)).containsExactlyInAnyOrder("EMAIL000.TXT", "mail.eml");
        assertThat(bench.read(DIRECTORY + "mail.eml")).asString().isEqualTo(inner.replace("\n", "\r\n"));
        assertThat(text()).doesNotContain("inner");
    }

    @Test
    void aMailThatIsNothingButAFile() {
        fetch(Mails.single(
                "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64",
                Base64.getMimeEncoder().encodeToString(content)));
        assertThat(bench.read(DIRECTORY + "a.png")).isEqualTo(content);
        assertThat(text()).isEqualTo(Mails.HEADER.replace("\n", "\r\n") + "\r\n");
    }

    @Test
    void moreThanSomeonesPatience() {
        String[] parts = new String[1200];
        Arrays.setAll(parts, i -> Mails.file("f" + i + ".txt", "" + i));
        fetch(Mails.mixed(parts));
        assertThat(bench.files(DIRECTORY)).hasSize(1000);
    }

    @Test
    void aMailThatEndsInTheMiddle() {
        String whole = Mails.mixed(Mails.text("hello"), Mails.file("a.bin", content));
        fetch(whole.substring(0, whole.length() / 2));
        assertThat(bench.files(DIRECTORY)).containsExactlyInAnyOrder("EMAIL000.TXT", "a.bin");
    }

    /** What was sent from this modem comes back as it was. */
    @Test
    void thereAndBackAgain() {
        bench.put("C:/photo.jpg", content);
        bench.put("C:/\u00e9.txt", latin1("x"));
        bench.writeMail();
        bench.ok("AT+SMTPSUB=\"Subject\"", "AT+SMTPBODY=\".\"");
        bench.ok("AT+SMTPFILE=1,\"photo.jpg\"", "AT+SMTPFILE=2,{non-ascii}\"C3A92E747874\"");
        bench.sendMail();
        bench.logIn();
        String directory = bench.fetch("1").replaceFirst("[^/]+$", "");
        assertThat(bench.read(directory + "photo.jpg")).isEqualTo(content);
        assertThat(bench.read(directory + "\u00e9.txt")).isEqualTo(latin1("x"));
        assertThat(bench.read(directory + "EMAIL000.TXT"))
                .asString()
                .contains("From: mike <mike@server.com>", "To: ", "Subject: Subject\r\n")
                .contains("\r\n\r\n.");
    }

    private void fetch(String mail) {
        bench.deliver(mail);
        bench.logIn();
        assertThat(bench.fetch("1")).isEqualTo(DIRECTORY + "EMAIL000.TXT");
    }

    private String text() {
        return new String(bench.read(DIRECTORY + "EMAIL000.TXT"), StandardCharsets.UTF_8);
    }

    private static String part(String name, String encoding, String body) {
        return "Content-Type: application/octet-stream; name=\"" + name + "\"\n"
                + (encoding.isEmpty() ? "" : "Content-Transfer-Encoding: " + encoding + "\n") + "\n" + body;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
