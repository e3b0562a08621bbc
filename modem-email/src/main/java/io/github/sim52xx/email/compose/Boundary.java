package io.github.sim52xx.email.compose;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** A line that separates the parts of a mail and occurs in none of them (RFC 2046 5.1.1). */
final class Boundary {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    private Boundary() {}

    /** Base64 cannot contain what begins with two hyphens, so that only the text has to be looked at. */
    static String notIn(String text, OffsetDateTime date) {
        String stem = "----=_SIM52xx_" + STAMP.format(date) + "_";
        int count = 0;
        while (text.contains(stem + count)) {
            count++;
        }
        return stem + count;
    }
}
