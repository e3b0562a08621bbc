package io.github.sim52xx.mms.pdu;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * The type of a message or part (WAP-230 8.4.2.24).
 *
 * @param type what the device knows of it
 * @param multipart true if parts follow
 * @param charset null if none is said
 * @param name a byte string, null if none is said
 */
record ContentType(MediaType type, boolean multipart, Charset charset, String name) {

    private static final int FIRST_TEXT = 32;
    /** application/vnd.wap.multipart.mixed, .alternative and .related, and multipart/mixed. */
    private static final String MULTIPARTS = "\u0023\u0026\u0033\u000c";

    static ContentType read(WspReader in) throws InvalidPduException {
        int first = in.peek();
        WspReader value = first < FIRST_TEXT ? in.withLength() : in;
        int media = value.peek();
        MediaType type;
        boolean multipart;
        if (media >= 0x80) {
            int code = value.octet() & 0x7f;
            type = MediaType.ofAssigned(code);
            multipart = MULTIPARTS.indexOf(code) >= 0;
        } else {
            String mime = value.text().toLowerCase(Locale.ROOT);
            type = MediaType.ofMime(mime);
            multipart = mime.startsWith("application/vnd.wap.multipart.") || mime.startsWith("multipart/");
        }
        Charset charset = null;
        String name = null;
        while (value != in && value.hasMore()) {
            int parameter = value.peek() < 0x80 ? -1 : value.octet() & 0x7f;
            switch (parameter) {
                case Field.PARAMETER_CHARSET -> charset = WspReader.charset(value.integer());
                case Field.PARAMETER_NAME, Field.PARAMETER_NAME_AS_TEXT -> name = value.text();
                case -1 -> {
                    value.text();
                    value.skip();
                }
                default -> value.skip();
            }
        }
        return new ContentType(type, multipart, charset, name);
    }
}
