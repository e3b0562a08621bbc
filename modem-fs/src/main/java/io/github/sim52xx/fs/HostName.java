package io.github.sim52xx.fs;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Names of host files as bytes: UTF-8 whatever the locale. A {@link Path} made from a string knows only the characters
 * of the locale, which in a bare container is ASCII; made from a URI it takes the bytes as they are.
 */
public final class HostName {

    private HostName() {}

    /** What {@code name} is in {@code directory}. */
    public static Path child(Path directory, String name) {
        String base = directory.toUri().toString();
        return Path.of(URI.create(base + (base.endsWith("/") ? "" : "/") + escaped(name)));
    }

    /** The last name of {@code path}, or null if it is not UTF-8. */
    public static String of(Path path) {
        String raw = path.toUri().getRawPath();
        String escaped = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        try {
            return FileName.strictUtf8(unescaped(escaped.substring(escaped.lastIndexOf('/') + 1)));
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** For a person to read, on one line. */
    public static String readable(Path path) {
        String name = of(path);
        return (name == null ? path.getFileName().toString() : name).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
    }

    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z') {
                text.append((char) b);
            } else {
                text.append('%').append(HexFormat.of().toHexDigits(b));
            }
        }
        return text.toString();
    }

    private static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
