package io.github.sim52xx.email.compose;

import io.github.sim52xx.email.ByteText;
import io.github.sim52xx.email.MailAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The header of a mail, field by field (RFC 5322 2.2 and 3.6). */
final class MailHeaders {

    private static final String CRLF = "\r\n";
    /** {@code Tue, 2 Feb 2010 11:04:00 +0800}, RFC 5322 3.3. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    /** What a display name may consist of without quotes, RFC 5322 3.2.3. */
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+");

    private final Charset charset;
    private final StringBuilder lines = new StringBuilder();

    MailHeaders(String charset) {
        this.charset = ByteText.charset(charset);
    }

    /** Adds a field as it is; a long value is folded already. */
    void add(String name, String value) {
        lines.append(name).append(": ").append(value).append(CRLF);
    }

    /** Adds a list of addresses, one on a line; nothing if there are none. */
    void addresses(String name, List<MailAddress> addresses) {
        if (!addresses.isEmpty()) {
            add(
                    name,
                    String.join(
                            "," + CRLF + "\t",
                            addresses.stream().map(this::mailbox).toList()));
        }
    }

    void subject(String subject) {
        String value = ByteText.isAscii(subject) ? subject : encodedText(subject);
        add("Subject", MimeUtility.fold("Subject: ".length(), value));
    }

    void date(OffsetDateTime date) {
        add("Date", DATE.format(date));
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    private String mailbox(MailAddress mailbox) {
        if (mailbox.name().isEmpty()) {
            return "<" + mailbox.address() + ">";
        }
        return displayName(mailbox.name()) + " <" + mailbox.address() + ">";
    }

    private String displayName(String name) {
        if (!ByteText.isAscii(name)) {
            return encodedWord(name);
        }
        if (ATOMS.matcher(name).matches()) {
            return name;
        }
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Encoded words in place of unstructured text (RFC 2047 5 (1)). */
    private String encodedText(String text) {
        try {
            return MimeUtility.encodeText(ByteText.decode(text, charset), charset.name(), null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Encoded words in place of a phrase, where fewer characters may stay as they are (RFC 2047 5 (3)). */
    private String encodedWord(String text) {
        try {
            return MimeUtility.encodeWord(ByteText.decode(text, charset), charset.name(), null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
