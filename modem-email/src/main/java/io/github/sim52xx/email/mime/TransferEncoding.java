package io.github.sim52xx.email.mime;

import java.util.Locale;

/** The transfer encodings of RFC 2045 6 and the uuencode of older mails; an unknown one is none. */
enum TransferEncoding {
    BASE64,
    QUOTED_PRINTABLE,
    UUENCODE,
    /** 7bit, 8bit and binary. */
    IDENTITY;

    /** @param field what stands behind {@code Content-Transfer-Encoding:} */
    static TransferEncoding of(String field) {
        String value = ParameterizedValue.parse(field).value().replace("\"", "").strip();
        switch (value.toLowerCase(Locale.ROOT)) {
            case "base64":
            case "x-base64":
                return BASE64;
            case "quoted-printable":
            case "x-quoted-printable":
                return QUOTED_PRINTABLE;
            case "uuencode":
            case "x-uuencode":
            case "uue":
            case "x-uue":
                return UUENCODE;
            default:
                return IDENTITY;
        }
    }

    /** What decodes and passes on to {@code next}. */
    ByteSink decoder(ByteSink next, OpenFiles files) {
        switch (this) {
            case BASE64:
                return new Base64Decoder(next);
            case QUOTED_PRINTABLE:
                return new QuotedPrintableDecoder(next);
            case UUENCODE:
                return new UuDecoder(next, files);
            default:
                return next;
        }
    }
}
