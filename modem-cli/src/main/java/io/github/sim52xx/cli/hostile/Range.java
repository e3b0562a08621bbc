package io.github.sim52xx.cli.hostile;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number, or the limits between which one is drawn: {@code 200}, {@code 1..400}, {@code 500ms..5s}. Immutable. */
public record Range(long from, long to) {

    private static final String NUMBER = "(\\d{1,9})(ms|s|m|K|M)?";
    private static final Pattern PATTERN = Pattern.compile(NUMBER + "(?:\\.\\." + NUMBER + ")?");

    /** Bytes; null if it is no such range. */
    public static Range ofBytes(String text) {
        return parse(text, "|K|M");
    }

    /** Milliseconds; null if it is no such range. */
    public static Range ofTime(String text) {
        return parse(text, "ms|s|m");
    }

    /** The same one again for a random generator in the same state. */
    public long draw(Random random) {
        return from == to ? from : from + (long) (random.nextDouble() * (to - from + 1));
    }

    private static Range parse(String text, String units) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Long from = value(matcher.group(1), matcher.group(2), units);
        Long to = matcher.group(3) == null ? from : value(matcher.group(3), matcher.group(4), units);
        return from == null || to == null || from > to ? null : new Range(from, to);
    }

    private static Long value(String number, String unit, String units) {
        String wanted = unit == null ? "" : unit;
        if (!List.of(units.split("\\|", -1)).contains(wanted)) {
            return null;
        }
        long factor = switch (wanted) {
            case "s" -> 1000;
            case "m" -> 60_000;
            case "K" -> 1 << 10;
            case "M" -> 1 << 20;
            default -> 1;
        };
        return Long.parseLong(number) * factor;
    }
}
