package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoders of transfer encodings, on good and on broken input. */
class TransferEncodingTest {

    /** What an attachment decodes to; characters are bytes, LF stands for CRLF. */
    private static String decode(String encoding, String body) {
        return Received.mail("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: a/b; name=x\n"
                        + "Content-Transfer-Encoding: " + encoding + "\n\n" + body + "\n--b--")
                .attachment("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SGVsbG8gd29ybGQ=           | Hello world
                    SGVsbG8gd29ybGQ            | Hello world
                    SGVsbG8gd29ybG             | Hello worl
                    SGVsbG8gd29yb              | Hello wor
                    SGVs bG8g d29y bGQ=        | Hello world
                    SG*Vs!bG8g-d29ybGQ=        | Hello world
                    =SGVsbG8gd29ybGQ=          | Hello world
                    S=GVsbG8gd29ybGQ=          | Hello world
                    SGVsbG8gd29ybGQ=SGVsbG8=   | Hello world
                    SGVsbG8gd28=____A footer   | Hello wo
                    """)
    void base64(String encoded, String decoded) {
        assertThat(decode("base64", encoded)).isEqualTo(decoded);
        assertThat(decode("BASE64", encoded.replaceAll("(.)", "$1\n"))).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 60, 72, 75, 76, 78, 1000, 100_000})
    void base64InLinesOfAnyLength(int lineLength) {
        byte[] bytes = new byte[50_000];
        new Random(lineLength).nextBytes(bytes);
        String encoded = Base64.getEncoder().encodeToString(bytes).replaceAll("(.{" + lineLength + "})", "$1\n");
        assertThat(decode("base64", encoded)).isEqualTo(new String(bytes, ISO_8859_1));
    }

    static String[][] quotedPrintable() {
        return new String[][] {
            {"caf=C3=A9 =e4=3d", "caf\u00c3\u00a9 \u00e4="},
            {"soft=\nbreak", "softbreak"},
            {"soft= \t\nbreak", "softbreak"},
            {"blanks go  \t\nbut not = 20 here ", "blanks go\r\nbut not = 20 here"},
            {"=2", "=2"},
            {"=", ""},
            {"==41", "=A"},
            {"=4=41", "=4A"},
            {"=zz =\u00e9 =C", "=zz =\u00e9 =C"},
            {"=20\n=09", " \r\n\t"},
            {"a" + " ".repeat(3000) + "b", "a" + " ".repeat(3000) + "b"},
            {"a=" + " ".repeat(3000) + "b", "a=" + " ".repeat(3000) + "b"},
            {"1\n\n2\n", "1\r\n\r\n2\r\n"},
            {"x".repeat(20_000) + "=3D", "x".repeat(20_000) + "="},
        };
    }

    @ParameterizedTest
    @MethodSource
    void quotedPrintable(String encoded, String decoded) {
        assertThat(decode("quoted-printable", encoded)).isEqualTo(decoded);
        assertThat(decode("Quoted-Printable ; x=y", encoded)).isEqualTo(decoded);
    }

    @Test
    void quotedPrintableWithBareLineEnds() {
        byte[] mail = "Content-Type: a/b; name=x\nContent-Transfer-Encoding: quoted-printable\n\na \nb=\nc=\rd \re\n"
                .getBytes(ISO_8859_1);
        assertThat(Received.bytes(mail).attachment("x")).isEqualTo("a\nbcd\re\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuencode", "x-uuencode", "X-UUE", "uue"})
    void uuencode(String encoding) {
        assertThat(decode(encoding, "\nbegin 644 cat.txt\n#0V%T\n`\nend\nmore")).isEqualTo("Cat");
        assertThat(decode(encoding, "begin 644 cat.txt\n%0V%T<P\nend")).isEqualTo("Cats\0");
        assertThat(decode(encoding, "begin 644 cat.txt\n#0V%T")).isEqualTo("Cat");
        assertThat(decode(encoding, "#0V%T\nend")).isEqualTo("#0V%T\r\nend");
        assertThat(decode(encoding, "x".repeat(50_000))).isEqualTo("x".repeat(50_000));
        assertThat(decode(encoding, "x".repeat(50_000) + "\nbegin 644 cat\n#0V%T\nend"))
                .isEqualTo("Cat");
    }

    @Test
    void uuencodeOfAllBytes() {
        StringBuilder encoded = new StringBuilder("begin 644 x\n");
        StringBuilder all = new StringBuilder();
        for (int line = 0; line < 16; line++) {
            encoded.append((char) (' ' + 16));
            int bits = 0;
            int bitCount = 0;
            for (int i = 0; i < 18; i++) {
                int b = i < 16 ? line * 16 + i : 0;
                bits = bits << 8 | b;
                for (bitCount += 8; bitCount >= 6; bitCount -= 6) {
                    int six = bits >> bitCount - 6 & 63;
                    encoded.append((char) (six == 0 ? '`' : ' ' + six));
                }
                all.append(i < 16 ? "" + (char) b : "");
            }
            encoded.append('\n');
        }
        assertThat(decode("uuencode", encoded + "`\nend")).isEqualTo(all.toString());
    }
}
