package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of every charset to UTF-8. */
class CharsetTranscoderTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private final ByteSink sink = new ByteSink() {
        @Override
        public void write(byte[] bytes, int offset, int length) {
            written.write(bytes, offset, length);
        }

        @Override
        public void end() {}
    };

    /** Transcodes in pieces of the given length; line ends of the result are LF. */
    private String transcode(String charset, byte[] text, int piece) throws IOException {
        written.reset();
        CharsetTranscoder transcoder = new CharsetTranscoder(charset, sink);
        for (int i = 0; i < text.length; i += piece) {
            transcoder.write(text, i, Math.min(piece, text.length - i));
        }
        transcoder.end();
        return written.toString(UTF_8).replace("\r\n", "\n");
    }

    private String transcode(String charset, String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        String whole = transcode(charset, bytes, bytes.length + 1);
        assertThat(transcode(charset, bytes, 1)).isEqualTo(whole);
        return whole;
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8",
        "UTF8, UTF-8",
        "' utf-8 ', UTF-8",
        "iso-8859-1, windows-1252",
        "iso-8859-2, ISO-8859-2",
        "koi8-r, KOI8-R",
        "windows-1251, windows-1251",
        "gb2312, GB18030",
        "x-gbk, GB18030",
        "GBK, GB18030",
        "big5, Big5",
        "ks_c_5601-1987, x-windows-949",
        "euc-kr, x-windows-949",
        "euc-jp, EUC-JP",
        "shift_jis, windows-31j",
        "iso-2022-jp, ISO-2022-JP",
        "iso-8859-8-i, ISO-8859-8",
        "utf-16, UTF-16",
        "utf-16le, UTF-16LE",
        "macintosh, x-MacRoman",
    })
    void knownCharsets(String named, String meant) throws IOException {
        Charset charset = Charset.forName(meant);
        String text =
                "Zeile 1\n\u00e9\u00df \u0416\u0436 \u4e2d\u6587 \u65e5\u672c \ud55c\uad6d \u05d0 2\n".repeat(500);
        String known = new String(text.getBytes(charset), charset);
        byte[] bytes = text.getBytes(charset);
        assertThat(transcode(named, bytes, 100_000)).isEqualTo(known);
        assertThat(transcode(named, bytes, 1)).isEqualTo(known);
        assertThat(transcode(named, bytes, 7)).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us-ascii", "ASCII", "x-unknown", "no such\u0000charset", "iso-4444-5"})
    void unknownTextIsUtf8IfItsFirstCharacterIs(String charset) throws IOException {
        assertThat(transcode(charset, "plain\n")).isEqualTo("plain\n");
        assertThat(transcode(charset, "caf\u00c3\u00a9 \u00e2\u0082\u00ac")).isEqualTo("caf\u00e9 \u20ac");
        assertThat(transcode(charset, "caf\u00e9 \u0080 \u00c3\u00a9")).isEqualTo("caf\u00e9 \u20ac \u00c3\u00a9");
        assertThat(transcode(charset, "\u00c3\u00a9 caf\u00e9 x")).isEqualTo("\u00e9 caf\ufffd x");
        assertThat(transcode(charset, "caf\u00c3")).isEqualTo("caf\u00c3");
        assertThat(transcode(charset, "x".repeat(5000) + "\u00e9")).isEqualTo("x".repeat(5000) + "\u00e9");
    }

    @Test
    void malformedBytesAreReplaced() throws IOException {
        assertThat(transcode("utf-8", "a\u00ffb\u00c3")).isEqualTo("a\ufffdb\ufffd");
        assertThat(transcode("utf-16be", "\0a\u00dc\0\0b")).isEqualTo("a\ufffdb");
        assertThat(transcode("iso-2022-jp", "\u001b$B\u007f\u007f\u001b(Bx"))
                .endsWith("x")
                .contains("\ufffd");
    }

    @Test
    void charactersBeyondTheBasicPlane() throws IOException {
        String text = "\ud83d\ude00".repeat(3000);
        for (String charset : new String[] {"utf-8", "utf-16be", "gb18030"}) {
            byte[] bytes = ("x" + text).getBytes(Charset.forName(charset));
            assertThat(transcode(charset, bytes, 4096)).isEqualTo("x" + text);
            assertThat(transcode(charset, bytes, 3)).isEqualTo("x" + text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Hi Mom -+Jjo--!, Hi Mom -\u263a-!",
        "A+ImIDkQ., A\u2262\u0391.",
        "+ZeVnLIqe-, \u65e5\u672c\u8a9e",
        "1 +- 1, 1 + 1",
        "+2D3eAA-, \ud83d\ude00",
        "+ZeU x, \u65e5 x",
        "+ZeU, \u65e5",
        "+!, !",
    })
    void utf7(String encoded, String text) throws IOException {
        assertThat(transcode("utf-7", encoded)).isEqualTo(text);
        assertThat(transcode("UNICODE-1-1-UTF-7", encoded.repeat(2))).isEqualTo(transcode("utf-7", encoded.repeat(2)));
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertThat(transcode("utf-8", "\u00ef\u00bb\u00bfx")).isEqualTo("x");
        assertThat(transcode("", "\u00ef\u00bb\u00bfx\u00ef\u00bb\u00bf")).isEqualTo("x\ufeff");
        assertThat(transcode("utf-16", "\u00fe\u00ff\0x")).isEqualTo("x");
        assertThat(transcode("utf-16le", "\u00ff\u00fex\0")).isEqualTo("x");
    }

    @Test
    void everyLineEndBecomesCrlf() throws IOException {
        byte[] text = "1\r\n2\n3\r4\n\r5\r\r\n6\r".getBytes(ISO_8859_1);
        for (int piece = 1; piece < 6; piece++) {
            transcode("utf-8", text, piece);
            assertThat(written.toString(UTF_8)).isEqualTo("1\r\n2\r\n3\r\n4\r\n\r\n5\r\n\r\n6\r\n");
        }
    }

    @Test
    void noCharsetOfTheJdkChokesOnNoise() throws IOException {
        Random random = new Random(52);
        byte[] noise = new byte[20_000];
        for (String charset : Charset.availableCharsets().keySet()) {
            random.nextBytes(noise);
            transcode(charset, noise, 997);
            assertThat(written.size()).as(charset).isPositive();
        }
    }
}
