package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.YamlText;
import java.nio.file.Path;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * What is wrong with a YAML file, for a person, with its line and its key: {@code p.yaml:3: network.rssi: expected a
 * number}. Values stay away, for they may be PINs, and Java's names too.
 */
final class YamlTrouble {

    private YamlTrouble() {}

    static String describe(Path file, JacksonException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        String where = file + (line > 0 ? ":" + line : "") + ": ";
        if (e instanceof UnrecognizedPropertyException unknown) {
            return where + "there is no " + key(e) + "; there are " + known(unknown.getKnownPropertyIds());
        }
        String key = key(e);
        return where + (key.isEmpty() ? "" : key + ": ") + what(e);
    }

    private static String what(JacksonException e) {
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return refused.getCause().getMessage();
        }
        // Where a reader of ours has complained the message is already for people.
        if (e instanceof MismatchedInputException mismatch
                && mismatch.getOriginalMessage().startsWith("Cannot ")) {
            return "expected " + kind(mismatch.getTargetType());
        }
        return YamlText.problem(e);
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "keys and values";
    }

    /** {@code settings[0].fields[1].min}. */
    private static String key(JacksonException e) {
        StringBuilder key = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                key.append('[').append(step.getIndex()).append(']');
            } else {
                key.append(key.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return key.toString();
    }

    private static String known(Collection<Object> names) {
        return String.join(", ", names.stream().map(Object::toString).toList());
    }
}
