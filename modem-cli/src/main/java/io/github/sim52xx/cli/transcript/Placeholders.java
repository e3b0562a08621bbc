package io.github.sim52xx.cli.transcript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${PASSWORD_1}}: what stands in a transcript for what nobody shall read there. A recording puts them in the place
 * of passwords; who plays it gives those in environment variables of the same names. Not thread-safe.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(PASSWORD_\\d{1,4})}");
    /** A shorter text is likely to occur where it is none. */
    private static final int TELLING = 4;

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> known;

    /** @param known what everybody may read, for it is documented */
    Placeholders(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    /** The byte string without its passwords, and without those seen before. */
    String hide(String bytes) {
        String hidden = SecretParameters.replace(bytes, this::placeholder);
        for (Map.Entry<String, String> known : names.entrySet()) {
            if (known.getKey().length() >= TELLING) {
                hidden = hidden.replace(known.getKey(), known.getValue());
            }
        }
        return hidden;
    }

    /**
     * The text with each placeholder's value in its place.
     *
     * @throws IllegalArgumentException if there is none for one of them
     */
    static String reveal(String text, UnaryOperator<String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(placeholder -> {
            String value = values.apply(placeholder.group(1));
            if (value == null) {
                throw new IllegalArgumentException("expected a password in the environment variable "
                        + placeholder.group(1) + ", which stands for one that was recorded");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private String placeholder(String secret) {
        return known.contains(secret) || PLACEHOLDER.matcher(secret).matches()
                ? secret
                : names.computeIfAbsent(secret, first -> "${PASSWORD_" + (names.size() + 1) + "}");
    }
}
