package io.github.sim52xx.cli.world;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One argument of an {@link Action}.
 *
 * @param name as in JSON: {@code rssi}
 * @param kind what it may be
 * @param optional whether it may be left out
 * @param purpose what it means, without a full stop
 */
public record Argument(String name, Kind kind, boolean optional, String purpose) {

    private static final Kind ON_OFF = new Kind.Word(List.of("on", "off"));
    /** What a drive has at least: a file needs that much. */
    private static final long SMALLEST = 4 << 10;
    /** What it can have at the most. */
    private static final long LARGEST = 4L << 30;

    public static Argument integer(String name, long least, long most, String purpose) {
        return of(name, new Kind.Whole(least, most), purpose);
    }

    public static Argument decimal(String name, double least, double most, String purpose) {
        return of(name, new Kind.Decimal(least, most), purpose);
    }

    public static Argument word(String name, String purpose, String... words) {
        return of(name, new Kind.Word(List.of(words)), purpose);
    }

    public static Argument onOff(String name, String purpose) {
        return of(name, ON_OFF, purpose);
    }

    /** @param most what it may be at the most */
    public static Argument duration(String name, Duration most, String purpose) {
        return of(name, new Kind.Span(most), purpose);
    }

    public static Argument size(String name, String purpose) {
        return of(name, new Kind.Size(SMALLEST, LARGEST), purpose);
    }

    public static Argument time(String name, String purpose) {
        return of(name, new Kind.Moment(), purpose);
    }

    /**
     * A text.
     *
     * @param pattern what it matches as a whole
     * @param rule what that means: "5 or 6 digits"
     */
    public static Argument text(String name, String pattern, String rule, String example, String purpose) {
        String shape = name.toUpperCase(Locale.ROOT);
        return of(name, new Kind.Text(Pattern.compile(pattern), shape, rule, example), purpose);
    }

    /** The same, and one of these words too: {@code integer(…).or("none")}. */
    public Argument or(String... words) {
        return new Argument(name, new Kind.Either(kind, new Kind.Word(List.of(words))), optional, purpose);
    }

    /** The same, and that number too. */
    public Argument or(long number) {
        return new Argument(name, new Kind.Either(kind, new Kind.Whole(number, number)), optional, purpose);
    }

    /** The same, but it may be left out. */
    public Argument asOption() {
        return new Argument(name, kind, true, purpose);
    }

    /** For a synopsis: {@code RSSI}, {@code [BER]}. */
    public String label() {
        String label = name.toUpperCase(Locale.ROOT);
        return optional ? "[" + label + "]" : label;
    }

    private static Argument of(String name, Kind kind, String purpose) {
        return new Argument(name, kind, false, purpose);
    }
}
