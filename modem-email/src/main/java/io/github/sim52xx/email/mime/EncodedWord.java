package io.github.sim52xx.email.mime;

import java.io.ByteArrayOutputStream;

/**
 * One encoded word (RFC 2047 2): {@code =?charset?encoding?text?=}.
 *
 * @param charset without a language (RFC 2231 5)
 * @param bytes the text, decoded from Q or B
 * @param end the position behind the word
 */
record EncodedWord(String charset, byte[] bytes, int end) {

    /** The word that begins at {@code start} with {@code =?}; null if there is none. */
    static EncodedWord at(String text, int start) {
        int charsetEnd = text.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= text.length() || text.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        String charset = text.substring(start + 2, charsetEnd);
        int end = text.indexOf("?=", charsetEnd + 3);
        char encoding = Character.toUpperCase(text.charAt(charsetEnd + 1));
        if (charset.isBlank() || end < 0 || encoding != 'B' && encoding != 'Q') {
            return null;
        }
        String encoded = text.substring(charsetEnd + 3, end);
        int language = charset.indexOf('*');
        return new EncodedWord(
                language < 0 ? charset : charset.substring(0, language),
                encoding == 'B' ? fromBase64(encoded) : fromQ(encoded),
                end + 2);
    }

    private static byte[] fromBase64(String encoded) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length());
        int bits = 0;
        int bitCount = 0;
        for (int i = 0; i < encoded.length(); i++) {
            int value = Base64Decoder.value(encoded.charAt(i));
            if (value >= 0) {
                bits = bits << 6 | value;
                bitCount += 6;
            } else if (encoded.charAt(i) == '=') {
                bitCount = 0;
            }
            if (bitCount >= 8) {
                bitCount -= 8;
                decoded.write(bits >> bitCount);
            }
        }
        return decoded.toByteArray();
    }

    private static byte[] fromQ(String encoded) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int value = c == '=' ? Hex.value(encoded, i + 1) : -1;
            if (value >= 0) {
                decoded.write(value);
                i += 2;
            } else {
                decoded.write(c == '_' ? ' ' : c);
            }
        }
        return decoded.toByteArray();
    }
}
