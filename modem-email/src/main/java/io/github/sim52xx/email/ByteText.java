package io.github.sim52xx.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** What is typed on the AT line are bytes, one a character; this says what they mean. */
public final class ByteText {

    private ByteText() {}

    public static byte[] bytes(String typed) {
        return typed.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static boolean isAscii(String typed) {
        return typed.chars().allMatch(c -> c < 128);
    }

    /** The text that the bytes spell in {@code charset}, or in ISO 8859-1 if they spell none there. */
    public static String decode(String typed, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes(typed))).toString();
        } catch (CharacterCodingException e) {
            return typed;
        }
    }

    /** The charset of that name, or UTF-8 if there is none that can be written. */
    public static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            return charset.canEncode() ? charset : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
