package io.github.sim52xx.cli.transcript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is something else the next time that a dialogue is played, in a modem's answers: what its clock shows, the ports
 * of who connects to it, how long an echo took. What it calls by its clock, such as the directory of a mail, gets a name
 * when it comes first, and is called by that from then on, by the DTE too. Not thread-safe.
 */
final class Varying {

    private static final String DATE = "\\d\\d/\\d\\d/\\d\\d,\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d" // +CCLK
            + "|\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d(?: (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))?" // +FSATTRI
            + "|\\p{Alpha}{3}, \\d\\d \\p{Alpha}{3} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}"; // of a mail
    private static final String STAMP =
            "(?<=/|^|EMAIL)\\d{12}(?=/|$|\\.)"; // C:/Email/100202110457/, EMAIL100202110457.TXT
    /** One that is given to clients by the host, not one that anybody has chosen. */
    private static final String PORT = "(?<=\\d\\.\\d{1,3}\"?[:,] ?)(?:3[2-9]|[4-6]\\d)\\d{3}(?!\\d)";

    private static final String ECHO = "(?<=time=)\\d+(?=ms)"
            + "|(?<=(?:Minimum|Maximum|Average) = )\\d+(?=ms)"
            + "|(?<=\\+CPING: 1,[\\w.:]{1,45},\\d{1,5},)\\d+(?=,)"
            + "|(?<=\\+CPING: 3,\\d{1,3},\\d{1,3},\\d{1,3},)\\d+,\\d+,\\d+";
    private static final Pattern ALL = Pattern.compile(
            "(?<date>" + DATE + ")|(?<stamp>" + STAMP + ")|(?<port>" + PORT + ")|(?<echo>" + ECHO + ")");

    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private final Map<String, String> names = new LinkedHashMap<>();

    /** The text with all that has got a name called by it. */
    String named(String text) {
        String named = text;
        for (Map.Entry<String, String> known : names.entrySet()) {
            named = named.replace(known.getKey(), "${" + known.getValue() + "}");
        }
        return named;
    }

    static boolean isIn(String text) {
        return ALL.matcher(text).find();
    }

    /** The line as a regular expression in which all that varies may be something else. */
    String pattern(String line) {
        Matcher varying = ALL.matcher(line);
        StringBuilder pattern = new StringBuilder();
        int done = 0;
        while (varying.find()) {
            pattern.append(literal(line.substring(done, varying.start())));
            pattern.append(anyLike(varying));
            done = varying.end();
        }
        return pattern.append(literal(line.substring(done))).toString();
    }

    private String anyLike(Matcher varying) {
        String text = varying.group();
        if (varying.group("stamp") != null) {
            boolean first = !names.containsKey(text);
            String name = names.computeIfAbsent(text, stamp -> "stamp" + (names.size() + 1));
            return first ? "(?<" + name + ">\\d{12})" : "\\d{12}";
        }
        boolean exact = varying.group("echo") == null;
        return literal(text)
                .replaceAll(exact ? "\\d" : "\\d+", exact ? "\\\\d" : "\\\\d+")
                .replaceAll("\\b\\p{Alpha}{3}\\b", "\\\\w+");
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
