package io.github.sim52xx.mms.pdu;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Writes the basic values of WSP (WAP-230 8.4.2). Not thread-safe. */
final class WspWriter {

    private static final int UTF_8 = 106;
    private static final int LENGTH_QUOTE = 31;
    private static final int TEXT_QUOTE = 127;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] bytes() {
        return out.toByteArray();
    }

    WspWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** One octet as it is, for what is enumerated from 128. */
    WspWriter octet(int value) {
        out.write(value);
        return this;
    }

    /** A number below 128 in one octet; the names of fields are such. */
    WspWriter shortInteger(int value) {
        return octet(0x80 | value);
    }

    WspWriter longInteger(long value) {
        byte[] bytes = BigInteger.valueOf(value).toByteArray();
        int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        octet(bytes.length - sign);
        out.write(bytes, sign, bytes.length - sign);
        return this;
    }

    /** Seven bits in an octet, the first most significant. */
    WspWriter uintvar(int value) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (value >>> shift != 0) {
                octet(0x80 | value >>> shift & 0x7f);
            }
        }
        return octet(value & 0x7f);
    }

    /** A byte string. */
    WspWriter text(String value) {
        if (!value.isEmpty() && value.charAt(0) >= TEXT_QUOTE) {
            octet(TEXT_QUOTE);
        }
        return raw(value.getBytes(StandardCharsets.ISO_8859_1)).octet(0);
    }

    /** Unicode: plain where that is enough, or else in UTF-8, which is said. */
    WspWriter encodedString(String value) {
        String bytes = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (bytes.length() == value.length()) {
            return text(value);
        }
        return withLength(new WspWriter().shortInteger(UTF_8).text(bytes));
    }

    /** The other's bytes behind their length. */
    WspWriter withLength(WspWriter value) {
        byte[] bytes = value.bytes();
        if (bytes.length < LENGTH_QUOTE) {
            octet(bytes.length);
        } else {
            octet(LENGTH_QUOTE).uintvar(bytes.length);
        }
        return raw(bytes);
    }

    /** {@code ; charset=utf-8}. */
    WspWriter charsetParameter() {
        return shortInteger(Field.PARAMETER_CHARSET).shortInteger(UTF_8);
    }
}
