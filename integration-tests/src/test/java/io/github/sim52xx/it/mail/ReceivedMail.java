package io.github.sim52xx.it.mail;

import io.github.sim52xx.cli.mail.StoredMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** A mail that the server got, as somebody else's decoder understands it. */
final class ReceivedMail {

    private final StoredMail stored;
    private final String text;
    private final MimeMessage message;

    private ReceivedMail(StoredMail stored, byte[] bytes) throws MessagingException {
        this.stored = stored;
        text = new String(bytes, StandardCharsets.ISO_8859_1);
        message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    static ReceivedMail of(StoredMail stored) {
        try {
            return new ReceivedMail(stored, stored.bytes());
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    List<String> recipients() {
        return stored.envelope().recipients();
    }

    String sender() {
        return stored.envelope().sender();
    }

    /** All of it, a byte a character. */
    String raw() {
        return text;
    }

    /** The header as it came. */
    String rawHeader() {
        return text.substring(0, text.indexOf("\r\n\r\n") + 2);
    }

    /** What follows the header's empty line. */
    String rawBody() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** The names of the header's fields, in order. */
    List<String> fields() throws MessagingException {
        List<String> names = new ArrayList<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            names.add(header.getName());
        }
        return names;
    }

    /** The value of a field as it came, or null. */
    String field(String name) throws MessagingException {
        return message.getHeader(name, null);
    }

    String subject() throws MessagingException {
        return message.getSubject();
    }

    /** {@code name <address>} of each mailbox in a field, strictly read. */
    List<String> mailboxes(String field) throws MessagingException {
        List<String> all = new ArrayList<>();
        for (InternetAddress address : InternetAddress.parse(message.getHeader(field, ","), true)) {
            all.add((address.getPersonal() == null ? "" : address.getPersonal() + " ") + "<" + address.getAddress()
                    + ">");
        }
        return all;
    }

    /** The parts of a multipart mail; a mail of one part is that part. */
    List<Part> parts() throws MessagingException, IOException {
        List<Part> parts = new ArrayList<>();
        if (message.isMimeType("multipart/*")) {
            MimeMultipart multipart = (MimeMultipart) message.getContent();
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.add(part(multipart.getBodyPart(i)));
            }
        } else {
            parts.add(part(message));
        }
        return parts;
    }

    /** The text, decoded. */
    String body() throws MessagingException, IOException {
        Part part = parts().get(0);
        String charset = new jakarta.mail.internet.ContentType(part.type()).getParameter("charset");
        return new String(part.content(), charset);
    }

    List<Part> attachments() throws MessagingException, IOException {
        List<Part> parts = parts();
        return parts.subList(1, parts.size());
    }

    private static Part part(jakarta.mail.Part part) throws MessagingException, IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        part.getInputStream().transferTo(content);
        String[] encoding = part.getHeader("Content-Transfer-Encoding");
        String name = part.getFileName();
        return new Part(
                part.getContentType(),
                encoding == null ? null : encoding[0],
                part instanceof BodyPart ? part.getDisposition() : null,
                name == null ? null : decode(name),
                content.toByteArray());
    }

    private static String decode(String name) throws IOException {
        return MimeUtility.decodeText(name);
    }

    /** One part, its content decoded. */
    record Part(String type, String encoding, String disposition, String name, byte[] content) {}
}
