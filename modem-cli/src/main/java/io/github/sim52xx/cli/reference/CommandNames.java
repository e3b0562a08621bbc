package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.CommandLineParser;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ParameterException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds commands by what people type: {@code +CSQ}, {@code csq}, {@code AT+CSQ=?}, {@code ATE1}. */
public final class CommandNames {

    private static final int MAX_SUGGESTIONS = 5;
    private static final int MAX_DISTANCE = 2;

    private final CommandTable<?> table;

    public CommandNames(CommandTable<?> table) {
        this.table = table;
    }

    /** The command that is meant, or null. */
    public Command<?> find(String typed) {
        String text = typed.strip();
        String body = text.regionMatches(true, 0, "AT", 0, 2) ? text.substring(2) : text;
        return Stream.of(body, "+" + body, text, "+" + text)
                .map(this::parsed)
                .filter(command -> command != null)
                .findFirst()
                .orElse(null);
    }

    /** Names that are like what has been typed, the likeliest first. */
    public List<String> suggestions(String typed) {
        String wanted = letters(
                typed.toUpperCase(Locale.ROOT).replaceFirst("^AT(?=[+#$&])", "").replaceFirst("[=?].*", ""));
        return names().filter(name -> isLike(letters(name), wanted))
                .sorted(Comparator.comparing((String name) -> !letters(name).contains(wanted))
                        .thenComparing(name -> distance(letters(name), wanted)))
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    private Command<?> parsed(String body) {
        try {
            CommandLineParser line = new CommandLineParser(body);
            Command<?> command = line.hasNext() ? table.find(line.next().name()) : null;
            return line.hasNext() ? null : command;
        } catch (ParameterException e) {
            return null;
        }
    }

    private Stream<String> names() {
        return table.commands().stream()
                .distinct()
                .flatMap(command -> Stream.concat(Stream.of(command.name()), command.aliases().stream()));
    }

    private static boolean isLike(String name, String wanted) {
        return wanted.length() > 1
                && (name.contains(wanted) || distance(name, wanted) <= Math.min(MAX_DISTANCE, wanted.length() / 2));
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Z0-9]", "");
    }

    /** How many letters have to be changed, added or removed (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
