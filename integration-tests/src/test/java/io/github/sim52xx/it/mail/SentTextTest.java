package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of a mail on its way to the server: line ends, encodings, dots (RFC 2045, RFC 5321 4.5.2). */
class SentTextTest {

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    static List<Sample> samples() {
        return List.of(
                new Sample("nothing", "", "7bit", ""),
                Sample.asItIs("a line", "Hello", "7bit"),
                Sample.asItIs("a line with its end", "Hello\r\n", "7bit"),
                new Sample("line ends of all kinds", "a\rb\nc\r\n\r\nd\n\re", "7bit", "a\r\nb\r\nc\r\n\r\nd\r\n\r\ne"),
                Sample.asItIs("blanks and tabs", " a \t\r\n b  ", "7bit"),
                Sample.asItIs("only dots", ".\r\n..\r\n...\r\n.", "7bit"),
                Sample.asItIs("a dot and a command", "x\r\n.\r\nMAIL FROM:<evil@server.com>\r\n", "7bit"),
                Sample.asItIs("998 characters", "x".repeat(998) + "\r\ny", "7bit"),
                Sample.asItIs("999 characters", "x".repeat(999), "quoted-printable"),
                Sample.asItIs("one endless line", ".= ".repeat(1700), "quoted-printable"),
                Sample.asItIs("UTF-8", "Gr\u00c3\u00bc\u00c3\u009fe, viele liebe Gruesse\r\n", "quoted-printable"),
                Sample.asItIs("Chinese", "\u00e6\u00b5\u008b\u00e8\u00af\u0095", "base64"),
                Sample.asItIs("a control character", "a\u0000b, and much that is readable", "quoted-printable"),
                new Sample("ISO 8859-1", "caf\u00e9 au lait", "quoted-printable", "caf\u00c3\u00a9 au lait"),
                Sample.asItIs("as much as there can be", "0123456789\r\n.".repeat(393) + "!!!!!!!!!!!", "7bit"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsTypedArrives(Sample sample) throws Exception {
        bench.writeMail();
        bench.dte().type("AT+SMTPBODY\r" + sample.typed() + "\u001a");
        bench.sendMail();
        ReceivedMail mail = ReceivedMail.of(bench.received());
        ReceivedMail.Part text = mail.parts().get(0);
        assertThat(text.encoding()).isEqualTo(sample.encoding());
        // A mail consists of lines: what is not encoded ends with one.
        boolean complete = sample.received().isEmpty() || sample.received().endsWith("\r\n");
        String added = complete || sample.encoding().equals("base64") ? "" : "\r\n";
        assertThat(latin1(text.content())).isEqualTo(sample.received() + added);
        assertThat(mail.rawBody().lines()).allMatch(line -> line.length() <= 998);
        assertThat(bench.server().mailbox().messages()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void besideAnAttachmentNothingIsAdded(Sample sample) throws Exception {
        byte[] file = bench.put("C:/a.bin", new byte[] {1, 2, 3});
        bench.writeMail();
        bench.dte().type("AT+SMTPBODY\r" + sample.typed() + "\u001a");
        bench.ok("AT+SMTPFILE=1,\"a.bin\"");
        bench.sendMail();
        ReceivedMail mail = ReceivedMail.of(bench.received());
        assertThat(latin1(mail.parts().get(0).content())).isEqualTo(sample.received());
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(part -> assertThat(part.content()).isEqualTo(file));
    }

    @Test
    void theBoundaryDoesNotOccurInTheText() throws Exception {
        bench.put("C:/a.bin", new byte[100]);
        bench.writeMail();
        bench.ok("AT+SMTPFILE=1,\"a.bin\"");
        bench.sendMail();
        String boundary =
                ReceivedMail.of(bench.received()).rawHeader().replaceAll("(?s).*boundary=\"([^\"]+)\".*", "$1");
        bench.writeMail();
        bench.ok("AT+SMTPFILE=1,\"a.bin\"");
        String text = "--" + boundary + "\r\n\r\nno part\r\n--" + boundary + "--\r\n";
        bench.dte().type("AT+SMTPBODY\r" + text + "\u001a");
        bench.sendMail();
        assertThat(ReceivedMail.of(bench.received()).parts())
                .hasSize(2)
                .first()
                .satisfies(part -> assertThat(new String(part.content())).isEqualTo(text));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * A text.
     *
     * @param typed at the prompt
     * @param received by the server, decoded, one byte a character
     */
    record Sample(String name, String typed, String encoding, String received) {

        static Sample asItIs(String name, String text, String encoding) {
            return new Sample(name, text, encoding, text);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
