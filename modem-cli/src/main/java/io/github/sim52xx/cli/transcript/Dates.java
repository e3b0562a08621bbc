package io.github.sim52xx.cli.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a modem's clock shows, in its answers: the next time it is something else. */
final class Dates {

    private static final Pattern DATE = Pattern.compile(
            "\\d\\d/\\d\\d/\\d\\d,\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d" // +CCLK
                    + "|\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d(?: (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))?" // +FSATTRI
                    + "|(?<=/|^|EMAIL)\\d{12}(?=/|$|\\.)"); // C:/Email/100202110457/, EMAIL100202110457.TXT

    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private Dates() {}

    /** The line as a regular expression in which every date may be another one; null if it has none. */
    static String pattern(String line) {
        Matcher date = DATE.matcher(line);
        if (!date.find()) {
            return null;
        }
        StringBuilder pattern = new StringBuilder();
        int done = 0;
        do {
            pattern.append(literal(line.substring(done, date.start())));
            pattern.append(literal(date.group()).replaceAll("\\d", "\\\\d").replaceAll(" \\p{Alpha}{3}$", " \\\\w+"));
            done = date.end();
        } while (date.find());
        return pattern.append(literal(line.substring(done))).toString();
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                literal.append('\\');
            }
            literal.append(c);
        }
        return literal.toString();
    }
}
