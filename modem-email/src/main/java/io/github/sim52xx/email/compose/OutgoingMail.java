package io.github.sim52xx.email.compose;

import io.github.sim52xx.email.MailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A complete mail, ready to be written. Subject, names and body are bytes of {@code charset}, one a character. An ASCII
 * mail goes out as it was typed; anything else is encoded (RFC 2047, quoted-printable or base64). Immutable.
 *
 * @param blindCopies get the mail but are not mentioned in it
 * @param date with the zone of the modem's clock
 */
public record OutgoingMail(
        MailAddress sender,
        List<MailAddress> to,
        List<MailAddress> copies,
        List<MailAddress> blindCopies,
        String subject,
        String body,
        String charset,
        OffsetDateTime date,
        List<AttachedFile> files) {

    private static final String CRLF = "\r\n";

    public OutgoingMail {
        to = List.copyOf(to);
        copies = List.copyOf(copies);
        blindCopies = List.copyOf(blindCopies);
        files = List.copyOf(files);
    }

    /** Everybody who gets it, in the order in which the server is told. */
    public List<MailAddress> recipients() {
        return Stream.of(to, copies, blindCopies).flatMap(List::stream).toList();
    }

    /** About how many bytes {@link #writeTo} will write. */
    public long estimatedSize() {
        long encoded = files.stream().mapToLong(file -> file.size() * 78 / 57).sum();
        return encoded + body.length() + 1000;
    }

    /** Writes header and body with CRLF line ends. Files are read as they are now. */
    public void writeTo(OutputStream out) throws IOException {
        MailHeaders headers = new MailHeaders(charset);
        TextPart text = TextPart.of(body, charset);
        headers.addresses("From", List.of(sender));
        headers.addresses("To", to);
        headers.addresses("Cc", copies);
        headers.subject(subject);
        headers.date(date);
        headers.add("MIME-Version", "1.0");
        if (files.isEmpty()) {
            write(out, headers.toString() + text.headers() + CRLF);
            out.write(text.content());
            return;
        }
        String boundary = Boundary.notIn(body, date);
        headers.add("Content-Type", "multipart/mixed;" + CRLF + "\tboundary=\"" + boundary + '"');
        write(out, headers + CRLF + "--" + boundary + CRLF + text.headers() + CRLF);
        out.write(text.content());
        for (AttachedFile file : files) {
            write(out, CRLF + "--" + boundary + CRLF + FileHeaders.of(file.name()) + CRLF);
            try (InputStream content = file.content().open()) {
                Base64Lines.encode(content, out);
            }
        }
        write(out, CRLF + "--" + boundary + "--" + CRLF);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
