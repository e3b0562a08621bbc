package io.github.sim52xx.cli.hostile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One mapping of a script: hands out its values, and complains by file, line and key about what is not as it should be.
 * What nobody has asked for is a typing mistake. Texts are byte strings. Not thread-safe.
 */
public final class Mapping {

    private final YamlText file;
    /** The keys that lead here, each behind a colon and a blank. */
    private final String path;

    private final Map<?, ?> values;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param line of what it belongs to */
    Mapping(YamlText file, String path, Object value, int line) {
        this.file = file;
        this.path = path;
        if (!(value instanceof Map<?, ?> map)) {
            throw new ScriptSyntaxException(place(line) + path, "expected keys and values");
        }
        values = map;
    }

    /** The line of a key that is there, from 1. */
    public int line(String key) {
        return file.line(values, key);
    }

    public boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /** True for {@code key: true}. */
    public boolean flag(String key) {
        return has(key) && Boolean.TRUE.equals(values.get(key));
    }

    /** A value that has to be there. */
    public String text(String key) {
        if (!has(key)) {
            throw wrong(key, "is missing");
        }
        return scalar(key, values.get(key));
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** One text or a list of them; empty if there is none. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (has(key)) {
            for (Object value : list(values.get(key))) {
                texts.add(scalar(key, value));
            }
        }
        return texts;
    }

    /** A number that may have a sign. */
    public int number(String key, int otherwise) {
        String text = text(key, Integer.toString(otherwise));
        if (!text.matches("[+-]?\\d{1,9}")) {
            throw wrong(key, "'" + text + "' is no number of up to nine digits");
        }
        return Integer.parseInt(text);
    }

    /** How many times, from 1; 0 if it is not said. */
    public int count(String key) {
        String text = text(key, "0");
        if (has(key) && !text.matches("[1-9]\\d{0,8}")) {
            throw wrong(key, "'" + text + "' is no number from 1");
        }
        return Integer.parseInt(text);
    }

    /** From 0 to 1; 1 if it is not said. */
    public double chance(String key) {
        String text = text(key, "1");
        if (!text.matches("0|1|[01]?\\.\\d{1,9}") || Double.parseDouble(text) > 1) {
            throw wrong(key, "'" + text + "' is no chance from 0 to 1");
        }
        return Double.parseDouble(text);
    }

    public Range bytes(String key) {
        String text = text(key);
        Range range = Range.ofBytes(text);
        if (range == null) {
            throw wrong(key, "'" + text + "' is no number of bytes such as 200, 16K or 1..400");
        }
        return range;
    }

    public Range time(String key, String otherwise) {
        String text = text(key, otherwise);
        Range range = Range.ofTime(text);
        if (range == null) {
            throw wrong(key, "'" + text + "' is no time such as 30s, 500ms or 1s..5s");
        }
        return range;
    }

    public boolean isMapping(String key) {
        return has(key) && values.get(key) instanceof Map;
    }

    public Mapping mapping(String key) {
        return new Mapping(file, path + ": " + key, values.get(key), line(key));
    }

    /** The mappings of a list, which may be missing. */
    public List<Mapping> mappings(String key) {
        List<Mapping> mappings = new ArrayList<>();
        if (has(key)) {
            for (Object value : list(values.get(key))) {
                int number = mappings.size();
                mappings.add(new Mapping(file, path + ": " + key + "[" + (number + 1) + "]", value, line(key, number)));
            }
        }
        return mappings;
    }

    /** All keys, whatever they are. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        values.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    /** Complains about every other key. */
    public void admit(String... keys) {
        known.addAll(List.of(keys));
        check();
    }

    /** Complains about what nobody has asked for. */
    public void check() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw wrong(key, "not known here; known are " + String.join(", ", known));
            }
        }
    }

    public ScriptSyntaxException wrong(String key, String message) {
        return new ScriptSyntaxException(place(file.line(values, key)) + path + ": " + key, message);
    }

    /** @param number of what is wrong in the list at {@code key}, from 0 */
    public ScriptSyntaxException wrong(String key, int number, String message) {
        return new ScriptSyntaxException(place(line(key, number)) + path + ": " + key, message);
    }

    public ScriptSyntaxException wrong(String message) {
        return new ScriptSyntaxException(place(file.line(values)) + path, message);
    }

    private int line(String key, int number) {
        return values.get(key) instanceof List<?> list ? file.line(list, number) : line(key);
    }

    private String place(int line) {
        return file.name() + (line > 0 ? ":" + line : "");
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
