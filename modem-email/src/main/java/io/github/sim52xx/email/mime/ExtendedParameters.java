package io.github.sim52xx.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Parameter values that are cut into pieces or say their charset (RFC 2231 3 and 4): {@code name*0*=utf-8''%e2%82;
 * name*1*=%ac; name*2=".txt"}. A plain value may hold encoded words or raw 8-bit characters, as senders do though they
 * must not.
 */
final class ExtendedParameters {

    private static final int MAX_PIECES = 1000;

    private ExtendedParameters() {}

    /** The parameter in readable form, the extended one where both are there; null if it is absent. */
    static String text(Map<String, String> parameters, String name) {
        String extended = parameters.get(name + "*");
        if (extended != null) {
            return new Value().add(extended, true).text();
        }
        Value value = new Value();
        for (int i = 0; i < MAX_PIECES; i++) {
            String encoded = parameters.get(name + "*" + i + "*");
            String piece = encoded == null ? parameters.get(name + "*" + i) : encoded;
            if (piece == null) {
                break;
            }
            value.add(piece, encoded != null);
        }
        String plain = parameters.get(name);
        return value.isEmpty() && plain != null ? EncodedWords.decode(plain) : value.text();
    }

    /** A value that grows by pieces; one piece encoded makes all of it extended. */
    private static final class Value {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean begun;
        private boolean extended;
        private String charset = "";

        boolean isEmpty() {
            return !begun;
        }

        Value add(String piece, boolean encoded) {
            String rest = piece;
            if (encoded && !begun) {
                rest = withoutCharset(piece);
            }
            begun = true;
            extended |= encoded;
            if (encoded) {
                addDecoded(rest);
            } else {
                bytes.writeBytes(rest.getBytes(StandardCharsets.ISO_8859_1));
            }
            return this;
        }

        String text() {
            if (!begun) {
                return null;
            }
            return extended
                    ? MailCharsets.decode(bytes.toByteArray(), charset)
                    : EncodedWords.decode(bytes.toString(StandardCharsets.ISO_8859_1));
        }

        private String withoutCharset(String piece) {
            int first = piece.indexOf('\'');
            int second = first < 0 ? -1 : piece.indexOf('\'', first + 1);
            if (second < 0) {
                return piece;
            }
            charset = piece.substring(0, first);
            return piece.substring(second + 1);
        }

        private void addDecoded(String piece) {
            for (int i = 0; i < piece.length(); i++) {
                int value = piece.charAt(i) == '%' ? Hex.value(piece, i + 1) : -1;
                bytes.write(value < 0 ? piece.charAt(i) : value);
                i += value < 0 ? 0 : 2;
            }
        }
    }
}
