package io.github.sim52xx.cli.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something done to the world of a modem, in the words of {@code sim52xx ctl}: {@code radio operator 26201 "Example
 * Mobile"}. A word with blanks stands in quotes; {@code short=EXA} names an argument where one before it is left out.
 * Immutable.
 *
 * @param action the row of the table
 * @param arguments texts, by their names
 */
public record Intervention(Action action, Map<String, String> arguments) {

    private static final Pattern WORD = Pattern.compile("((?:[^\\s\"]|\"[^\"]*\")+)(?:\\s+|$)");

    public Intervention {
        arguments = new LinkedHashMap<>(arguments);
    }

    /**
     * Reads and checks.
     *
     * @throws WorldException if there is no such action, or an argument is not what it has to be
     */
    public static Intervention parse(String words) throws WorldException {
        List<String> all = split(words.strip());
        Action action = Subjects.ALL.action(String.join(".", all.subList(0, Math.min(2, all.size()))));
        List<String> given = all.size() < 2 ? List.of() : all.subList(2, all.size());
        Map<String, String> arguments = named(action, given);
        if (arguments == null) {
            arguments = action.byName(given);
        }
        action.read(arguments);
        return new Intervention(action, arguments);
    }

    /** What {@link #parse} takes. */
    public String words() {
        List<String> values = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (Argument argument : action.arguments()) {
            String value = arguments.get(argument.name());
            if (value != null) {
                values.add(value);
                pairs.add(argument.name() + "=" + value);
            }
        }
        StringBuilder words = new StringBuilder(action.subject() + " " + action.verb());
        for (String word : isReadBy(values) ? values : pairs) {
            words.append(' ').append(word.isEmpty() || word.contains(" ") ? '"' + word + '"' : word);
        }
        return words.toString();
    }

    private boolean isReadBy(List<String> values) {
        try {
            return named(action, values) == null && action.byName(values).equals(arguments);
        } catch (WorldException e) {
            return false;
        }
    }

    /** Null unless each word begins with the name of an argument. */
    private static Map<String, String> named(Action action, List<String> words) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            String name = sign < 0 ? "" : word.substring(0, sign);
            if (action.arguments().stream()
                    .noneMatch(argument -> argument.name().equals(name))) {
                return null;
            }
            named.put(name, word.substring(sign + 1));
        }
        return named.isEmpty() ? null : named;
    }

    private static List<String> split(String words) throws WorldException {
        List<String> all = new ArrayList<>();
        Matcher word = WORD.matcher(words);
        int end = 0;
        while (end < words.length() && word.find(end) && word.start() == end) {
            all.add(word.group(1).replace("\"", ""));
            end = word.end();
        }
        if (end < words.length()) {
            throw WorldException.argument(null, "there is no end to the quotes in  " + words);
        }
        return all;
    }
}
