package io.github.sim52xx.cli.world;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has been given for the arguments of an action, read and checked by their kinds. Immutable. */
public final class Arguments {

    private final Map<String, Object> values;

    Arguments(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** False if an optional one has been left out. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** True if that word has been given: {@code is("rate", "none")}. */
    public boolean is(String name, String word) {
        return word.equals(values.get(name));
    }

    /** Of {@code onOff}. */
    public boolean on(String name) {
        return is(name, "on");
    }

    public int integer(String name) {
        return Math.toIntExact(number(name));
    }

    /** Of {@code integer} and {@code size}. */
    public long number(String name) {
        return (Long) values.get(name);
    }

    public double decimal(String name) {
        return (Double) values.get(name);
    }

    /** Of {@code text} and {@code word}; null if it has been left out. */
    public String text(String name) {
        return (String) values.get(name);
    }

    public Duration duration(String name) {
        return (Duration) values.get(name);
    }

    public OffsetDateTime time(String name) {
        return (OffsetDateTime) values.get(name);
    }
}
