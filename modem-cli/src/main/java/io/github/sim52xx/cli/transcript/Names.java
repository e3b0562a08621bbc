package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.transcript.Step.Act;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dialogue has called by a name while it is played: {@code </ C:/Email/(?<mail>\d{12})/} makes {@code ${mail}} what
 * has come there. Byte strings. Not thread-safe.
 */
final class Names {

    private static final Pattern GIVEN = Pattern.compile("\\(\\?<(\\p{Alpha}\\p{Alnum}*)>");
    private static final Pattern USED = Pattern.compile("\\$\\{(\\p{Alpha}\\p{Alnum}*)}");

    private final Map<String, String> values = new HashMap<>();

    /** True if the line is what was expected; then its parts have the names that the expression gives them. */
    boolean match(Pattern expected, String line) {
        Matcher came = expected.matcher(Escapes.text(line));
        if (!came.matches()) {
            return false;
        }
        Matcher name = GIVEN.matcher(expected.pattern());
        while (name.find()) {
            String value = came.group(name.group(1));
            values.put(name.group(1), value == null ? "" : Escapes.bytes(value));
        }
        return true;
    }

    /** The step with what the names in it stand for. */
    Step filled(Step step) {
        if (step.act() instanceof Act.Send send) {
            return filled(step, send.bytes(), Act.Send::new);
        } else if (step.act() instanceof Act.Line line) {
            return filled(step, line.text(), text -> new Act.Line(text, line.later()));
        } else if (step.act() instanceof Act.Bytes bytes) {
            return filled(step, bytes.bytes(), Act.Bytes::new);
        }
        return step;
    }

    private interface Making {
        Act of(String bytes);
    }

    private Step filled(Step step, String bytes, Making making) {
        String filled = fill(bytes, value -> value);
        return filled.equals(bytes)
                ? step
                : new Step(step.number(), fill(step.source(), Escapes::readable), step.terminal(), making.of(filled));
    }

    private String fill(String text, UnaryOperator<String> form) {
        return USED.matcher(text).replaceAll(name -> {
            String value = values.get(name.group(1));
            // What nobody has given a name is text as any other.
            return Matcher.quoteReplacement(value == null ? name.group() : form.apply(value));
        });
    }
}
