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
 */
public record Setting(String name, List<Field> fields, boolean nonVolatile, String follows) {

    /** One parameter of a setting. */
    public sealed interface Field {
        /** As the manual writes it: {@code <n>}. */
        String name();

        /** The value after power-on, as {@link #read} would give it. */
        String initial();

        /** True if it may be left out, which stores its initial value. */
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

    /** Reads all values of a write form; throws {@link ParameterException} if they do not fit. */
    List<String> read(Parameters parameters) {
        List<String> values = new ArrayList<>(fields.size());
        for (Field field : fields) {
            if (field.optional() && !parameters.given()) {
                parameters.skip();
                values.add(field.initial());
            } else {
                values.add(field.read(parameters));
            }
        }
        parameters.end();
        return values;
    }

    /** The values as the read form prints them, without the prefix; {@link #read} takes them back. */
    String print(List<String> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            line.append(i == 0 ? "" : ",").append(fields.get(i).print(values.get(i)));
        }
        return line.toString();
    }

    /** The ranges as the test form prints them, without the prefix. */
    String ranges() {
        return fields.stream().map(Field::range).collect(Collectors.joining(","));
    }
}
