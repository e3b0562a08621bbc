package io.github.sim52xx.email.compose;

import io.github.sim52xx.email.ByteText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The text of a mail: lines end with CRLF (RFC 2046 4.1.1); plain if that is ASCII in lines of bearable length,
 * quoted-printable if most of it is readable, base64 if not.
 *
 * @param encoding of the content
 * @param content encoded
 */
record TextPart(String charset, String encoding, byte[] content) {

    private static final String CRLF = "\r\n";
    private static final String DEFAULT_CHARSET = "utf-8";
    /** RFC 5322 2.1.1. */
    private static final int MAX_LINE = 998;

    static TextPart of(String body, String charset) {
        String lines = body.replaceAll("\r\n|\r|\n", CRLF);
        boolean ascii = ByteText.isAscii(lines);
        // A charset that somebody has chosen may spell with ASCII bytes what is not ASCII: ISO 2022.
        String name = ascii && charset.equalsIgnoreCase(DEFAULT_CHARSET) ? "us-ascii" : charset;
        if (ascii && lines.chars().allMatch(TextPart::isPlain) && longestLine(lines) <= MAX_LINE) {
            return new TextPart(name, "7bit", ByteText.bytes(lines));
        }
        long readable = lines.chars().filter(TextPart::isPlain).count();
        String encoding = readable * 6 > lines.length() * 5L ? "quoted-printable" : "base64";
        return new TextPart(name, encoding, encode(bytes(lines, name), encoding));
    }

    /** What is typed in the wrong charset becomes UTF-8 at least where that has been promised. */
    private static byte[] bytes(String lines, String charset) {
        return charset.equalsIgnoreCase(DEFAULT_CHARSET)
                ? ByteText.decode(lines, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)
                : ByteText.bytes(lines);
    }

    String headers() {
        // ISO_8859-1:1987 is no token (RFC 2045 5.1).
        String value = charset.indexOf(':') < 0 ? charset : '"' + charset + '"';
        return "Content-Type: text/plain; charset=" + value + CRLF + "Content-Transfer-Encoding: " + encoding + CRLF;
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c < 127 || c == '\t' || c == '\r' || c == '\n';
    }

    private static int longestLine(String lines) {
        return lines.lines().mapToInt(String::length).max().orElse(0);
    }

    private static byte[] encode(byte[] text, String encoding) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(text.length * 3);
        try (OutputStream encoder = MimeUtility.encode(encoded, encoding)) {
            encoder.write(text);
        } catch (MessagingException | IOException e) {
            // Both encodings exist, and memory takes what is written to it.
            throw new IllegalStateException(e);
        }
        return encoded.toByteArray();
    }
}
