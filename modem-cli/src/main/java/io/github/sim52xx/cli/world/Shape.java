package io.github.sim52xx.cli.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What a part of the state looks like: its JSON schema, and how a thing of the modem becomes plain values of that schema.
 * Immutable.
 *
 * @param <T> the thing
 */
public interface Shape<T> {

    Shape<String> TEXT = simple("string");
    Shape<Boolean> TRUTH = simple("boolean");
    Shape<Number> WHOLE = simple("integer");
    Shape<Number> NUMBER = simple("number");

    /** JSON Schema 2020-12. */
    Map<String, Object> schema();

    /** A text, a number, a truth, or a map or list of such. */
    Object plain(T thing);

    /** One of these words. */
    static Shape<String> word(String... words) {
        return of(Plain.object("type", "string", "enum", List.of(words)), word -> word);
    }

    /** One of these, by its name in lower case. */
    static <E extends Enum<E>> Shape<E> word(Class<E> words) {
        List<String> names =
                Stream.of(words.getEnumConstants()).map(Shape::lowerCase).toList();
        return of(Plain.object("type", "string", "enum", names), Shape::lowerCase);
    }

    static <T> Shape<Collection<? extends T>> list(Shape<T> item) {
        return of(
                Plain.object("type", "array", "items", item.schema()),
                things -> things.stream().map(item::plain).toList());
    }

    /** An object with a member for each number. */
    static <T> Shape<Collection<T>> byNumber(ToIntFunction<T> number, Shape<T> item) {
        Map<String, Object> schema = Plain.object(
                "type", "object",
                "propertyNames", Plain.object("pattern", "^\\d+$"),
                "additionalProperties", item.schema());
        return of(schema, things -> {
            Map<String, Object> members = new LinkedHashMap<>();
            things.forEach(thing -> members.put(Integer.toString(number.applyAsInt(thing)), item.plain(thing)));
            return members;
        });
    }

    private static <T> Shape<T> simple(String type) {
        return of(Plain.object("type", type), thing -> thing);
    }

    private static <T> Shape<T> of(Map<String, Object> schema, Function<T, Object> plain) {
        return new Shape<>() {
            @Override
            public Map<String, Object> schema() {
                return schema;
            }

            @Override
            public Object plain(T thing) {
                return plain.apply(thing);
            }
        };
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
