package io.github.sim52xx.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The header of a mail or of a body part, line by line (RFC 5322 2.2). Keeps the fields that tell what the part is and,
 * for the mail itself, those that go into its text file; the others pass by. Not thread-safe.
 */
final class HeaderBlock {

    /** A field is kept up to this length. */
    static final int MAX_FIELD = 64 * 1024;

    private static final int MAX_MAIL_FIELDS = 256 * 1024;
    private static final Map<String, String> MAIL_FIELDS =
            Map.of("date", "Date", "from", "From", "to", "To", "subject", "Subject");
    private static final Set<String> PART_FIELDS =
            Set.of("content-type", "content-disposition", "content-transfer-encoding");

    private final boolean ofMail;
    private final ByteArrayOutputStream mailFields = new ByteArrayOutputStream(0);
    private final Map<String, String> partFields = new HashMap<>();
    /** Name of the field whose lines are being gathered; empty before the first. */
    private String name = "";

    private boolean kept;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);

    /** @param ofMail whether this is the header of the mail, not of a part */
    HeaderBlock(boolean ofMail) {
        this.ofMail = ofMail;
    }

    /** True if the line begins as a field does; blanks before the colon are obsolete syntax (RFC 5322 4.5). */
    static boolean isField(byte[] line, int length) {
        int i = 0;
        while (i < length && line[i] > ' ' && line[i] < 127 && line[i] != ':') {
            i++;
        }
        int end = i;
        while (i < length && isBlank(line[i])) {
            i++;
        }
        return end > 0 && i < length && line[i] == ':';
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** True once there is a field that a folded line can go on with. */
    boolean hasFields() {
        return !name.isEmpty();
    }

    /** Takes a line that {@link #isField} has accepted, without its line end. */
    void field(byte[] line, int length) {
        end();
        int colon = 0;
        while (line[colon] != ':') {
            colon++;
        }
        name = new String(line, 0, colon, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        kept = ofMail && MAIL_FIELDS.containsKey(name) || PART_FIELDS.contains(name);
        int start = colon + 1;
        while (start < length && isBlank(line[start])) {
            start++;
        }
        add(line, start, length - start);
    }

    /** Takes a line that continues the field before it: unfolding removes nothing but the line end (RFC 5322 2.2.3). */
    void folded(byte[] line, int length) {
        add(line, 0, length);
    }

    /** The last field is complete. */
    void end() {
        if (!kept) {
            return;
        }
        if (PART_FIELDS.contains(name)) {
            partFields.putIfAbsent(name, body.toString(StandardCharsets.ISO_8859_1));
        } else if (mailFields.size() + body.size() < MAX_MAIL_FIELDS) {
            mailFields.writeBytes((MAIL_FIELDS.get(name) + ": ").getBytes(StandardCharsets.US_ASCII));
            mailFields.writeBytes(inOneLine(body.toByteArray()));
            mailFields.write('\r');
            mailFields.write('\n');
        }
        body.reset();
        kept = false;
    }

    /** Date, From, To and Subject as they stand in the mail, each with its line end. */
    byte[] mailFields() {
        return mailFields.toByteArray();
    }

    /** What stands behind the colon, one character a byte; empty if there is no such field. */
    String get(String partField) {
        return partFields.getOrDefault(partField, "");
    }

    /** A CR on its own would look like a line end to those who read the text file. */
    private static byte[] inOneLine(byte[] value) {
        for (int i = 0; i < value.length; i++) {
            value[i] = value[i] == '\r' ? (byte) ' ' : value[i];
        }
        return value;
    }

    private void add(byte[] line, int offset, int length) {
        if (kept) {
            body.write(line, offset, Math.min(length, MAX_FIELD - body.size()));
        }
    }
}
