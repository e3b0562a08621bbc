package io.github.sim52xx.cli;

import io.github.sim52xx.cli.mail.StoredMail;
import io.github.sim52xx.email.mime.MailFiles;
import io.github.sim52xx.email.mime.MailReader;
import io.github.sim52xx.email.mime.SavedMail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mail that the built-in server has got, taken apart. Not thread-safe. */
final class ReceivedMail {

    private static final String SUBJECT = "Subject: ";

    private final StoredMail mail;
    private final Map<String, ByteArrayOutputStream> files = new HashMap<>();
    private final SavedMail parts;

    ReceivedMail(StoredMail mail) throws IOException {
        this.mail = mail;
        byte[] bytes = mail.bytes();
        try (MailReader reader = new MailReader(new InMemory(), "MAIL", ".TXT")) {
            reader.write(bytes, 0, bytes.length);
            parts = reader.end();
        }
    }

    String sender() {
        return mail.envelope().sender();
    }

    /** Everybody whom the client named, hidden ones too. */
    List<String> recipients() {
        return mail.envelope().recipients();
    }

    String subject() {
        return text().lines()
                .filter(line -> line.startsWith(SUBJECT))
                .map(line -> line.substring(SUBJECT.length()))
                .findFirst()
                .orElse("");
    }

    /** What is behind the header. */
    String body() {
        String text = text();
        return text.substring(text.indexOf("\r\n\r\n") + 4).strip();
    }

    List<SavedMail.Attachment> attachments() {
        return parts.attachments();
    }

    byte[] content(SavedMail.Attachment attachment) {
        return files.get(attachment.name()).toByteArray();
    }

    private String text() {
        return files.get(parts.textFile()).toString(StandardCharsets.UTF_8);
    }

    private final class InMemory implements MailFiles {

        @Override
        public OutputStream create(String name) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            files.put(name, file);
            return file;
        }

        @Override
        public InputStream open(String name) {
            return new ByteArrayInputStream(files.get(name).toByteArray());
        }

        @Override
        public void rename(String from, String to) {
            files.put(to, files.remove(from));
        }

        @Override
        public void delete(String name) {
            files.remove(name);
        }
    }
}
