package io.github.sim52xx.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A command that stores parameters and prints them: {@code AT+CTZU=1}, {@code AT+CTZU?} → {@code +CTZU: 1}, {@code
 * AT+CTZU=?} → {@code +CTZU: (0-1)}. Immutable; the values are in {@link Settings}.
 *
 * @param name the command
 * @param fields its parameters in order
 * @param nonVolatile true if the values outlive power-off
 * @param follows the setting whose values it has until it is set itself, or null
 * @param keepsOmitted true if a value that is left out stays as it is
 * @param grown when some of the fields came
 */
public record Setting(
        String name, List<Field> fields, boolean nonVolatile, String follows, boolean keepsOmitted, Growth grown) {

    /**
     * Firmware before {@code year} knows only the first {@code fieldsBefore} fields.
     *
     * @param year 0 if every firmware knows all of them
     */
    record Growth(int year, int fieldsBefore) {
        static final Growth NONE = new Growth(0, 0);
    }

    /** One parameter of a setting. */
    public sealed interface Field {
        /** As the manual writes it: {@code <n>}. */
        String name();

        /** The value after power-on, as {@link #read} would give it. */
        String initial();

        /** True if it may be left out. */
        boolean optional();

        /** Reads and checks a value that is there. */
        String read(Parameters parameters);

        /** The value as the read form prints it. */
        String print(String value);

        /** The range as the test form prints it. */
        String range();
    }

    record Number(String name, int min, int max, int start, boolean optional) implements Field {
        @Override
        public String initial() {
            return Integer.toString(start);
        }

        @Override
        public String read(Parameters parameters) {
            return Integer.toString(parameters.integer(name, min, max));
        }

        @Override
        public String print(String value) {
            return value;
        }

        @Override
        public String range() {
            return "(" + min + "-" + max + ")";
        }
    }

    record OneNumber(String name, List<Integer> allowed, int start, boolean optional) implements Field {
        @Override
        public String initial() {
            return Integer.toString(start);
        }

        @Override
        public String read(Parameters parameters) {
            int value = parameters.integer(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
            if (!allowed.contains(value)) {
                throw new ParameterException(name + " is none of " + allowed + ": " + value);
            }
            return Integer.toString(value);
        }

        @Override
        public String print(String value) {
            return value;
        }

        @Override
        public String range() {
            return allowed.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        }
    }

    record OneWord(String name, List<String> allowed, String initial, boolean optional) implements Field {
        @Override
        public String read(Parameters parameters) {
            String value = parameters.string(name, 0, 64);
            return allowed.stream()
                    .filter(value::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(name + " is none of " + allowed + ": " + value));
        }

        @Override
        public String print(String value) {
            return Response.quoted(value);
        }

        @Override
        public String range() {
            return allowed.stream().map(this::print).collect(Collectors.joining(",", "(", ")"));
        }
    }

    /** A bit mask, typed and printed in hexadecimal: {@code 0xFFFFFFFFFFFFFEFF}. */
    record Mask(String name, int digits, String initial, boolean optional) implements Field {
        @Override
        public String read(Parameters parameters) {
            String value = parameters.word(name, 1, digits + 2).toUpperCase(Locale.ROOT);
            String typed = value.startsWith("0X") ? value.substring(2) : value;
            if (typed.length() > digits || !typed.matches("[0-9A-F]+")) {
                throw new ParameterException(name + " is not a hexadecimal number of " + digits + " digits: " + value);
            }
            return "0x" + "0".repeat(digits - typed.length()) + typed;
        }

        @Override
        public String print(String value) {
            return value;
        }

        @Override
        public String range() {
            return "(0x0-0x" + "F".repeat(digits) + ")";
        }
    }

    record Text(String name, int maxLength, String initial, boolean optional) implements Field {
        @Override
        public String read(Parameters parameters) {
            return parameters.string(name, 0, maxLength);
        }

        @Override
        public String print(String value) {
            return Response.quoted(value);
        }

        @Override
        public String range() {
            return "\"" + name.replaceAll("[<>]", "").toUpperCase(Locale.ROOT) + "\"";
        }
    }

    public Setting {
        fields = List.copyOf(fields);
    }

    /** The values after power-on. */
    List<String> initial() {
        return fields.stream().map(Field::initial).toList();
    }

    /** Reads all values as they have been kept; throws {@link ParameterException} if they do not fit. */
    List<String> read(Parameters parameters) {
        return read(parameters, fields, initial());
    }

    /**
     * Reads the values of a write form; throws {@link ParameterException} if they do not fit.
     *
     * @param present those that there are so far
     */
    List<String> read(Parameters parameters, int firmwareYear, List<String> present) {
        if (keepsOmitted && parameters.text().replaceAll("[, ]", "").isEmpty()) {
            throw new ParameterException("nothing to set");
        }
        return read(parameters, fields(firmwareYear), keepsOmitted ? present : initial());
    }

    private static List<String> read(Parameters parameters, List<Field> known, List<String> omitted) {
        List<String> values = new ArrayList<>(omitted);
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).optional() && !parameters.given()) {
                parameters.skip();
            } else {
                values.set(i, known.get(i).read(parameters));
            }
        }
        parameters.end();
        return values;
    }

    /** The values as they are kept; {@link #read(Parameters)} takes them back. */
    String print(List<String> values) {
        return print(values, fields);
    }

    /** The values as the read form prints them, without the prefix. */
    String print(List<String> values, int firmwareYear) {
        return print(values, fields(firmwareYear));
    }

    private static String print(List<String> values, List<Field> known) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < known.size(); i++) {
            line.append(i == 0 ? "" : ",").append(known.get(i).print(values.get(i)));
        }
        return line.toString();
    }

    /** The ranges as the test form prints them, without the prefix. */
    String ranges(int firmwareYear) {
        return fields(firmwareYear).stream().map(Field::range).collect(Collectors.joining(","));
    }

    private List<Field> fields(int firmwareYear) {
        return firmwareYear < grown.year() ? fields.subList(0, grown.fieldsBefore()) : fields;
    }
}
