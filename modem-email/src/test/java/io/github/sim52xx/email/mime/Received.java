package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

/** A mail that was received in a test, and what was saved of it. */
record Received(SavedMail saved, MemoryFiles files) {

    /** Receives a mail in one piece. Characters are bytes; LF stands for CRLF. */
    static Received mail(String mail) {
        return bytes(mail.replace("\n", "\r\n").getBytes(ISO_8859_1));
    }

    static Received bytes(byte[] mail) {
        return pieces(mail, mail.length + 1, new Random(0));
    }

    /** Receives a mail in pieces of random length. */
    static Received pieces(byte[] mail, int longest, Random random) {
        MemoryFiles files = new MemoryFiles();
        try (MailReader reader = new MailReader(files, "EMAIL", ".TXT")) {
            for (int i = 0; i < mail.length; ) {
                int length = Math.min(mail.length - i, longest > mail.length ? longest : 1 + random.nextInt(longest));
                reader.write(mail, i, length);
                i += length;
            }
            Received received = new Received(reader.end(), files);
            if (files.open() > 0) {
                throw new AssertionError("left open: " + files.open());
            }
            return received;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text file, with LF for CRLF. */
    String text() {
        return files.utf8(saved.textFile()).replace("\r\n", "\n");
    }

    /** The text file without the header lines, with LF for CRLF. */
    String body() {
        String text = text();
        return text.startsWith("\n") ? text.substring(1) : text.substring(text.indexOf("\n\n") + 2);
    }

    List<String> names() {
        return saved.attachments().stream().map(SavedMail.Attachment::name).toList();
    }

    /** The attachment with that name, one character a byte. */
    String attachment(String name) {
        return files.latin1(name);
    }
}
