package io.github.sim52xx.fs;

import java.util.List;
import java.util.Locale;

/** The two drives, and what differs between them (manual 14). */
public enum Drive {
    /** The internal flash. It tells upper from lower case. */
    C("/MultiMedia/"),
    /** The storage card. It keeps the case of a name but takes A to Z and a to z for the same. */
    D("/mmc1/");

    /** The directories that each drive always has, in the order in which they are listed. */
    public static final List<String> AUTOMATIC_DIRECTORIES = List.of("Audio", "Picture", "Video", "VideoCall");

    private final String devicePrefix;

    Drive(String devicePrefix) {
        this.devicePrefix = devicePrefix;
    }

    /** What the device itself calls the root of the drive; it counts when the length of a path is limited. */
    String devicePrefix() {
        return devicePrefix;
    }

    /** Equal for two names if and only if they name the same file of a directory. */
    String key(String name) {
        if (this == C || name.chars().noneMatch(c -> c >= 'A' && c <= 'Z')) {
            return name;
        }
        StringBuilder key = new StringBuilder(name);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            key.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return key.toString();
    }

    /** True if a directory of that name in the root is always there. */
    boolean isAutomatic(String name) {
        return AUTOMATIC_DIRECTORIES.stream()
                .anyMatch(automatic -> key(automatic).equals(key(name)));
    }

    /** The drive of that letter in either case, or null. */
    static Drive of(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "C" -> C;
            case "D" -> D;
            default -> null;
        };
    }
}
