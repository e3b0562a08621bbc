package io.github.sim52xx.it.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails as they lie in a mailbox. Lines end with LF; {@link MailBench#deliver} sees to that. */
final class Mails {

    /** What every mail here begins with, as the text file shows it. */
    static final String HEADER = """
            Date: Tue, 9 Mar 2010 17:11:30 +0800
            From: "FromName" <FromAddr@server.com>
            To: "ToName" <ToAddr@server.com>
            Subject: Test
            """;

    private Mails() {}

    /** One line of ASCII. */
    static String plain(String text) {
        return HEADER + "\n" + text + "\n";
    }

    /** One part, whose header is {@code fields}. */
    static String single(String fields, String body) {
        return HEADER + "MIME-Version: 1.0\n" + fields + "\n\n" + body + "\n";
    }

    /** Several parts, each header and body. */
    static String mixed(String... parts) {
        return HEADER + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_b\"\n\n" + parts("=_b", parts);
    }

    static String parts(String boundary, String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return all.append("--").append(boundary).append("--\n").toString();
    }

    /** A part with text for the text file. */
    static String text(String text) {
        return "Content-Type: text/plain; charset=us-ascii\n\n" + text;
    }

    /** A part that is a file, in Base64. */
    static String file(String name, byte[] content) {
        return "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\n\n"
                + Base64.getMimeEncoder().encodeToString(content).replace("\r", "");
    }

    static String file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
