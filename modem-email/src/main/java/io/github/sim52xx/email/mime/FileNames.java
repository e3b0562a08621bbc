package io.github.sim52xx.email.mime;

import io.github.sim52xx.fs.FileName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names of the files of one mail: makes safe names of what senders wrote and keeps them apart. Case does not
 * distinguish them, as it does not on the storage card. Not thread-safe.
 */
final class FileNames {

    private static final int MAX_CHARACTERS = 100;
    private static final int MAX_BYTES = 180;
    /** Whatever follows the last dot of a name at a greater length is no extension. */
    private static final int MAX_EXTENSION = 20;

    private static final String FORBIDDEN = ":*?\"<>|,;";

    /** The names, in one case, and the number last tried for another file that wants the same. */
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * The name as it may stand in the file system: without directories, control characters and leading dots, forbidden
     * characters replaced. Empty if nothing is left.
     */
    static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        int start = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
        for (int i = start; i < name.length(); ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\t') {
                safe.append(' ');
            } else if (FORBIDDEN.indexOf(c) >= 0 || Character.getType(c) == Character.SURROGATE) {
                safe.append('_');
            } else if (!isControl(c)) {
                safe.appendCodePoint(c);
            }
        }
        String stripped = withoutLeadingDots(safe.toString()).stripTrailing();
        if (stripped.isEmpty()) {
            return "";
        }
        return withAllowedEnds(stripped);
    }

    /** Takes the name, cut to the length allowed, or the next one like it: {@code a.txt}, {@code a_1.txt}. */
    String claim(String name) {
        String wanted = cut(name, "");
        Integer tried = taken.putIfAbsent(key(wanted), 0);
        if (tried == null) {
            return wanted;
        }
        int n = tried;
        String claimed;
        do {
            claimed = cut(name, "_" + ++n);
        } while (taken.putIfAbsent(key(claimed), 0) != null);
        taken.put(key(wanted), n);
        return claimed;
    }

    boolean isTaken(String name) {
        return taken.containsKey(key(name));
    }

    void release(String name) {
        taken.remove(key(name));
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String withoutLeadingDots(String name) {
        int start = 0;
        while (start < name.length() && (name.charAt(start) == '.' || Character.isWhitespace(name.charAt(start)))) {
            start++;
        }
        return name.substring(start);
    }

    private static String withAllowedEnds(String name) {
        int first = name.codePointAt(0);
        String begun = FileName.mayBegin(first) ? name : "_" + name.substring(Character.charCount(first));
        return begun.endsWith(".") ? begun.substring(0, begun.length() - 1) + "_" : begun;
    }

    /** Puts {@code addition} in front of the extension and shortens what stands before it. */
    private static String cut(String name, String addition) {
        int dot = name.lastIndexOf('.');
        int stem = dot <= 0 || name.length() - dot > MAX_EXTENSION ? name.length() : dot;
        String end = addition + name.substring(stem);
        stem = Math.min(stem, name.offsetByCodePoints(0, Math.min(name.codePointCount(0, stem), MAX_CHARACTERS)));
        while (stem > 1 && !fits(name.substring(0, stem) + end)) {
            stem = name.offsetByCodePoints(stem, -1);
        }
        String kept = name.substring(0, stem) + end;
        return kept.endsWith(".") || kept.endsWith(" ") ? kept.substring(0, kept.length() - 1) + "_" : kept;
    }

    private static boolean fits(String name) {
        return name.length() <= MAX_CHARACTERS && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
