package io.github.sim52xx.cli.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a dialogue left its transcript. Immutable; all text is readable.
 *
 * @param transcript name
 * @param before the lines played before, with their numbers
 * @param expected the step that was not fulfilled, or null if nothing more was expected
 * @param came what came in its place: lines, or one remark
 * @param then what else came
 */
public record Difference(String transcript, List<Step> before, Step expected, List<String> came, List<String> then) {

    /** How much of the dialogue is shown. */
    static final int CONTEXT = 6;

    public Difference {
        before = List.copyOf(before);
        came = List.copyOf(came);
        then = List.copyOf(then);
    }

    /** One line: where, what was expected and what came. */
    public String summary() {
        String where = expected == null ? transcript : transcript + ":" + expected.number();
        return where + ": expected " + (expected == null ? "nothing more" : expected.source()) + ", came "
                + String.join(" ", came);
    }

    /** The difference in its context, line by line. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        before.forEach(step -> lines.add(row(number(step), step.source())));
        if (expected == null) {
            lines.add(row("expected", "nothing more"));
        } else {
            lines.add(row("expected " + number(expected), expected.source()));
        }
        came.forEach(line -> lines.add(row("came", line)));
        then.forEach(line -> lines.add(row("then", line)));
        return lines;
    }

    private static String number(Step step) {
        return Integer.toString(step.number());
    }

    private static String row(String label, String text) {
        return String.format("%12s  %s", label, Escapes.visible(text));
    }
}
