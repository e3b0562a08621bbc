package io.github.sim52xx.fs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The rules for one name of a path (manual 14): it begins with a letter, a digit or an underscore, does not end with a
 * full stop, and holds neither control characters nor any of {@code \ / : * ? " < > | , ;}. What is not ASCII counts as
 * a letter. Names are Unicode; on the AT line and on the device they are UTF-8.
 */
public final class FileName {

    private static final String FORBIDDEN = "\\/:*?\"<>|,;";

    private FileName() {}

    /** The name that a byte string of the AT line means: UTF-8 if it is that, else ISO 8859-1. */
    public static String decode(String bytes) {
        try {
            return strictUtf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    /** The byte string that stands for a name or path on the AT line: its UTF-8. */
    public static String encode(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** True if a name may have that character. */
    public static boolean mayContain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> FORBIDDEN.indexOf(codePoint) < 0;
        };
    }

    /** True if a name may begin with that character. */
    public static boolean mayBegin(int codePoint) {
        return codePoint < 0x80 ? Character.isLetterOrDigit(codePoint) || codePoint == '_' : mayContain(codePoint);
    }

    /** True if {@code name} follows the rules. Whether there is room for it is a matter of its {@link ModemPath}. */
    public static boolean isValid(String name) {
        return !name.isEmpty()
                && mayBegin(name.codePointAt(0))
                && !name.endsWith(".")
                && name.codePoints().allMatch(FileName::mayContain);
    }

    /** The name that {@code bytes} are in UTF-8. */
    static String strictUtf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
