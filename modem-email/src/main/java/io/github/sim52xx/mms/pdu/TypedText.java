package io.github.sim52xx.mms.pdu;

import java.nio.charset.StandardCharsets;

/** Text as it is typed at the prompt: UTF-8, or what its byte order mark says (manual 21.5). */
public final class TypedText {

    private TypedText() {}

    /** What {@code typed} says. */
    public static String decode(byte[] typed) {
        int first = typed.length > 0 ? typed[0] & 0xff : -1;
        int second = typed.length > 1 ? typed[1] & 0xff : -1;
        if (first == 0xff && second == 0xfe) {
            return new String(typed, 2, typed.length - 2, StandardCharsets.UTF_16LE);
        }
        if (first == 0xfe && second == 0xff) {
            return new String(typed, 2, typed.length - 2, StandardCharsets.UTF_16BE);
        }
        boolean marked = first == 0xef && second == 0xbb && typed.length > 2 && (typed[2] & 0xff) == 0xbf;
        int start = marked ? 3 : 0;
        return new String(typed, start, typed.length - start, StandardCharsets.UTF_8);
    }
}
