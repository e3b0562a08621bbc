package io.github.sim52xx.email.mime;

import java.util.Set;

/**
 * What a header says about the part below it (RFC 2045, RFC 2183).
 *
 * @param type in lower case; text/plain if the header names none or a malformed one (RFC 2045 5.2)
 * @param fileName as the sender wrote it, decoded; empty if there is none
 * @param attached whether the disposition is {@code attachment}
 */
record PartHeader(
        String type, String charset, String boundary, String fileName, boolean attached, TransferEncoding encoding) {

    /** What becomes of a part. */
    enum Use {
        MULTIPART,
        PLAIN_TEXT,
        HTML_TEXT,
        ATTACHMENT
    }

    private static final String PLAIN = "text/plain";
    private static final Set<String> TEXT = Set.of(PLAIN, "text/html");

    /** @param defaultType what the part is if the header does not say it */
    static PartHeader of(HeaderBlock header, String defaultType) {
        ParameterizedValue type = ParameterizedValue.parse(header.get("content-type"));
        ParameterizedValue disposition = ParameterizedValue.parse(header.get("content-disposition"));
        String fileName = disposition.text("filename");
        fileName = fileName == null || fileName.isBlank() ? type.text("name") : fileName;
        return new PartHeader(
                type(type.value(), defaultType),
                type.token("charset"),
                type.raw("boundary"),
                fileName == null ? "" : fileName.strip(),
                disposition.value().equals("attachment"),
                TransferEncoding.of(header.get("content-transfer-encoding")));
    }

    Use use() {
        if (isMultipart() && !boundary.isBlank()) {
            return Use.MULTIPART;
        }
        if (attached || !fileName.isEmpty() || !isMultipart() && !TEXT.contains(type)) {
            return Use.ATTACHMENT;
        }
        return type.equals("text/html") ? Use.HTML_TEXT : Use.PLAIN_TEXT;
    }

    /** The type of the parts of a multipart that do not name theirs (RFC 2046 5.1.5). */
    String defaultTypeOfParts() {
        return type.equals("multipart/digest") ? "message/rfc822" : PLAIN;
    }

    private boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    private static String type(String value, String defaultType) {
        if (value.isEmpty()) {
            return defaultType;
        }
        int slash = value.indexOf('/');
        return slash > 0 && slash < value.length() - 1 && slash == value.lastIndexOf('/') ? value : PLAIN;
    }
}
