package io.github.sim52xx.cli.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Byte strings as text: UTF-8 where it is that, with {@code \r \n \t \\ \xHH} for the rest. In what people write {@code
 * \{128}} stands for more of the byte before it, such that there are 128.
 */
public final class Escapes {

    private static final Pattern REPETITION = Pattern.compile("\\\\\\{(\\d{1,6})}");

    private Escapes() {}

    /** The byte string that {@code text} is in UTF-8. */
    public static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The text that a byte string is: UTF-8 if it is that, else ISO 8859-1. */
    public static String text(String bytes) {
        String text = utf8(bytes);
        return text == null ? bytes : text;
    }

    private static String utf8(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * The byte string that text with escapes stands for.
     *
     * @throws IllegalArgumentException if a backslash is followed by something else
     */
    public static String decode(String text) {
        StringBuilder bytes = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int backslash = text.indexOf('\\', i);
            if (backslash < 0) {
                backslash = text.length();
            }
            bytes.append(bytes(text.substring(i, backslash)));
            i = backslash;
            if (i < text.length()) {
                char kind = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                if (kind == '{') {
                    i = repeat(text, i, bytes);
                } else {
                    bytes.append(kind == 'x' ? hexadecimal(text, i + 2) : named(kind));
                    i += kind == 'x' ? 4 : 2;
                }
            }
        }
        return bytes.toString();
    }

    /** A byte string as text with escapes; {@link #decode} takes it back. */
    static String encode(String bytes) {
        String text = utf8(bytes);
        StringBuilder encoded = new StringBuilder(bytes.length());
        for (char c : (text == null ? bytes : text).toCharArray()) {
            if (c == '\\') {
                encoded.append("\\\\");
            } else if (text == null && c > '~') {
                appendHexadecimal(Character.toString(c), encoded);
            } else if (isControl(c)) {
                appendControl(c, encoded);
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    /** As {@link #encode}, for the end of a line: a blank there can be seen. */
    public static String line(String bytes) {
        return visible(encode(bytes));
    }

    /** A line to be read by people: what cannot be seen is escaped, a backslash is itself. */
    public static String readable(String bytes) {
        return visible(withoutControls(text(bytes)));
    }

    /** A line whose blank at the end, if there is one, can be seen. */
    static String visible(String line) {
        return line.endsWith(" ") ? line.substring(0, line.length() - 1) + "\\x20" : line;
    }

    private static String withoutControls(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (isControl(c)) {
                appendControl(c, readable);
            } else {
                readable.append(c);
            }
        }
        return readable.toString();
    }

    private static boolean isControl(char c) {
        return c < ' ' || c > '~' && c < 0xa0;
    }

    private static void appendControl(char c, StringBuilder to) {
        switch (c) {
            case '\r' -> to.append("\\r");
            case '\n' -> to.append("\\n");
            case '\t' -> to.append("\\t");
            default -> appendHexadecimal(bytes(Character.toString(c)), to);
        }
    }

    private static void appendHexadecimal(String bytes, StringBuilder to) {
        bytes.chars().forEach(b -> to.append(String.format("\\x%02x", b)));
    }

    private static char named(char kind) {
        return switch (kind) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '\\' -> '\\';
            default -> throw new IllegalArgumentException("expected \\r, \\n, \\t, \\\\, \\xHH or \\{N}");
        };
    }

    /** Repeats the last byte; returns where the text goes on. */
    private static int repeat(String text, int start, StringBuilder bytes) {
        Matcher repetition = REPETITION.matcher(text).region(start, text.length());
        if (!repetition.lookingAt() || bytes.length() == 0) {
            throw new IllegalArgumentException("expected a number in \\{} and a byte before it");
        }
        int more = Integer.parseInt(repetition.group(1)) - 1;
        if (more < 0) {
            throw new IllegalArgumentException("expected at least 1 in \\{}");
        }
        bytes.append(bytes.substring(bytes.length() - 1).repeat(more));
        return repetition.end();
    }

    private static char hexadecimal(String text, int start) {
        String digits = text.substring(start, Math.min(start + 2, text.length()));
        if (!digits.matches("\\p{XDigit}{2}")) {
            throw new IllegalArgumentException("expected two hexadecimal digits behind \\x");
        }
        return (char) Integer.parseInt(digits, 16);
    }
}
