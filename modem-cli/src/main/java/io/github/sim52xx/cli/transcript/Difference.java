package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.transcript.Step.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SIGN = Pattern.compile("[1-9]?<!? ");

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

    /** The difference in its context, line by line; a mark under what came shows where it begins. */
    public List<String> describe() {
        int column = column();
        List<String> lines = new ArrayList<>();
        before.forEach(step ->
                lines.add(row(number(step), Excerpt.of(step.source(), 0).text())));
        if (expected == null) {
            lines.add(row("expected", "nothing more"));
        } else {
            lines.add(row(
                    "expected " + number(expected),
                    Excerpt.of(expected.source(), column).text()));
        }
        for (int i = 0; i < came.size(); i++) {
            Excerpt excerpt = Excerpt.of(came.get(i), i == 0 ? column : 0);
            lines.add(row("came", excerpt.text()));
            if (i == 0 && column >= 0) {
                lines.add(row("", " ".repeat(excerpt.mark()) + "^"));
            }
        }
        then.forEach(line -> lines.add(row("then", Excerpt.of(line, 0).text())));
        return lines;
    }

    /** Where what came, sign included, begins to differ from what was expected; -1 if that is no place in a line. */
    private int column() {
        Matcher sign = came.isEmpty() ? null : SIGN.matcher(came.get(0));
        String wanted = expected == null ? null : wanted(expected.act());
        if (sign == null || wanted == null || !sign.lookingAt()) {
            return -1;
        }
        String got = came.get(0).substring(sign.end());
        int common = 0;
        while (common < Math.min(wanted.length(), got.length()) && wanted.charAt(common) == got.charAt(common)) {
            common++;
        }
        return sign.end() + common;
    }

    /** Null if it is no text. */
    private static String wanted(Act act) {
        if (act instanceof Act.Line line) {
            return Escapes.readable(line.text());
        }
        return act instanceof Act.Bytes bytes ? Escapes.encode(bytes.bytes()) : null;
    }

    private static String number(Step step) {
        return Integer.toString(step.number());
    }

    private static String row(String label, String text) {
        return String.format("%12s  %s", label, Escapes.visible(text));
    }
}
