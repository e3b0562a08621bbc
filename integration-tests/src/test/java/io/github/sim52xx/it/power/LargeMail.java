package io.github.sim52xx.it.power;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** A mail with text and two attachments that takes many writes to save. */
final class LargeMail {

    static final String TEXT = "One line of the text of a mail that is read again after the power cut.\r\n".repeat(400);

    static final byte[] FIRST = content(60_000);
    static final byte[] SECOND = content(20_001);

    private LargeMail() {}

    /** All kinds of bytes, the same ones every time. */
    static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    static byte[] bytes() {
        String mail = "Date: Tue, 9 Mar 2010 17:11:30 +0800\r\nFrom: <a@server.com>\r\nTo: <b@server.com>\r\n"
                + "Subject: Test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n"
                + "--=_b\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n" + TEXT
                + file("first.jpg", FIRST)
                + file("second.bin", SECOND)
                + "\r\n--=_b--\r\n";
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String file(String name, byte[] content) {
        return "\r\n--=_b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content);
    }
}
