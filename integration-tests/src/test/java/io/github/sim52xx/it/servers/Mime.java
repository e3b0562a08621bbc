package io.github.sim52xx.it.servers;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What somebody else's decoder finds in a mail. */
final class Mime {

    private Mime() {}

    /** The parts by their names, the text by the empty one. */
    static Map<String, byte[]> parts(byte[] mail) throws IOException {
        try {
            MimeMessage message = message(mail);
            if (!message.isMimeType("multipart/*")) {
                return Map.of("", message.getInputStream().readAllBytes());
            }
            Map<String, byte[]> parts = new LinkedHashMap<>();
            MimeMultipart multipart = (MimeMultipart) message.getContent();
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart part = multipart.getBodyPart(i);
                String name = part.getFileName() == null ? "" : MimeUtility.decodeText(part.getFileName());
                parts.put(name, part.getInputStream().readAllBytes());
            }
            return parts;
        } catch (MessagingException e) {
            throw new AssertionError(new String(mail, StandardCharsets.ISO_8859_1), e);
        }
    }

    static String subject(byte[] mail) {
        try {
            return message(mail).getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static MimeMessage message(byte[] mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }
}
