package io.github.sim52xx.cli.hostile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One mapping of a script: hands out its values, and complains by file and key about what is not as it should be. What
 * nobody has asked for is a typing mistake. Texts are byte strings. Not thread-safe.
 */
final class Mapping {

    private final String where;
    private final Map<?, ?> values;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param where file and keys that lead here */
    Mapping(String where, Object value) {
        this.where = where;
        if (!(value instanceof Map<?, ?> map)) {
            throw new ScriptSyntaxException(where, "expected keys and values");
        }
        values = map;
    }

    boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /** True for {@code key: true}. */
    boolean flag(String key) {
        return has(key) && Boolean.TRUE.equals(values.get(key));
    }

    /** A value that has to be there. */
    String text(String key) {
        if (!has(key)) {
            throw wrong(key, "is missing");
        }
        return scalar(key, values.get(key));
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** One text or a list of them; empty if there is none. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (has(key)) {
            for (Object value : list(values.get(key))) {
                texts.add(scalar(key, value));
            }
        }
        return texts;
    }

    /** A number that may have a sign. */
    int number(String key, int otherwise) {
        String text = text(key, Integer.toString(otherwise));
        if (!text.matches("[+-]?\\d{1,9}")) {
            throw wrong(key, "'" + text + "' is no number of up to nine digits");
        }
        return Integer.parseInt(text);
    }

    /** How many times, from 1; 0 if it is not said. */
    int count(String key) {
        String text = text(key, "0");
        if (has(key) && !text.matches("[1-9]\\d{0,8}")) {
            throw wrong(key, "'" + text + "' is no number from 1");
        }
        return Integer.parseInt(text);
    }

    /** From 0 to 1; 1 if it is not said. */
    double chance(String key) {
        String text = text(key, "1");
        if (!text.matches("0|1|[01]?\\.\\d{1,9}") || Double.parseDouble(text) > 1) {
            throw wrong(key, "'" + text + "' is no chance from 0 to 1");
        }
        return Double.parseDouble(text);
    }

    Range bytes(String key) {
        String text = text(key);
        Range range = Range.ofBytes(text);
        if (range == null) {
            throw wrong(key, "'" + text + "' is no number of bytes such as 200, 16K or 1..400");
        }
        return range;
    }

    Range time(String key, String otherwise) {
        String text = text(key, otherwise);
        Range range = Range.ofTime(text);
        if (range == null) {
            throw wrong(key, "'" + text + "' is no time such as 30s, 500ms or 1s..5s");
        }
        return range;
    }

    boolean isMapping(String key) {
        return has(key) && values.get(key) instanceof Map;
    }

    Mapping mapping(String key) {
        return new Mapping(where + ": " + key, values.get(key));
    }

    /** The mappings of a list, which may be missing. */
    List<Mapping> mappings(String key) {
        List<Mapping> mappings = new ArrayList<>();
        if (has(key)) {
            for (Object value : list(values.get(key))) {
                mappings.add(new Mapping(where + ": " + key + "[" + (mappings.size() + 1) + "]", value));
            }
        }
        return mappings;
    }

    /** All keys, whatever they are. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        values.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    /** Complains about what nobody has asked for. */
    void check() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw wrong(key, "not known here; known are " + String.join(", ", known));
            }
        }
    }

    ScriptSyntaxException wrong(String key, String message) {
        return new ScriptSyntaxException(where + ": " + key, message);
    }

    ScriptSyntaxException wrong(String message) {
        return new ScriptSyntaxException(where, message);
    }

    private static Collection<?> list(Object value) {
        return value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
    }

    private String scalar(String key, Object value) {
        if (value == null || value instanceof Map || value instanceof Collection) {
            throw wrong(key, "expected a text");
        }
        String text = value.toString();
        text.chars().filter(c -> c > 0xff).findFirst().ifPresent(c -> {
            throw wrong(key, "'" + (char) c + "' is no byte; \\xNN in double quotes is one");
        });
        return text;
    }
}
