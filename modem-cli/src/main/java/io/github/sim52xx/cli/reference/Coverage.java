package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which commands of the manual there are and which not, chapter by chapter, as a table in Markdown. */
public final class Coverage {

    private static final String RESOURCE = "manual.txt";

    private final Consumer<String> out;

    public Coverage(Consumer<String> out) {
        this.out = out;
    }

    /** @param commands all that there are */
    public void print(Collection<? extends Command<?>> commands) {
        Map<String, Command<?>> byName = new LinkedHashMap<>();
        for (Command<?> command : commands) {
            byName.put(command.name(), command);
            command.aliases().forEach(alias -> byName.put(alias, command));
        }
        Set<Command<?>> beyond = new LinkedHashSet<>(commands);
        out.accept("| Manual | Subject | Work | Stored and printed only | Answer ERROR |");
        out.accept("| --- | --- | --- | --- | --- |");
        for (String chapter : chapters()) {
            int space = chapter.indexOf(' ');
            int colon = chapter.indexOf(": ");
            List<String> work = new ArrayList<>();
            List<String> stored = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (String name : chapter.substring(colon + 2).split(" ")) {
                Command<?> command = byName.get(name);
                beyond.remove(command);
                (command == null ? missing : command.storedOnly() ? stored : work).add(name);
            }
            row(chapter.substring(0, space), chapter.substring(space + 1, colon), work, stored, missing);
        }
        row("–", "not in the manual", names(beyond, false), names(beyond, true), List.of());
    }

    private void row(String chapter, String subject, List<String> work, List<String> stored, List<String> missing) {
        out.accept("| " + chapter + " | " + subject + " | " + cell(work) + " | " + cell(stored) + " | " + cell(missing)
                + " |");
    }

    private static List<String> names(Collection<? extends Command<?>> commands, boolean stored) {
        return commands.stream()
                .filter(command -> command.storedOnly() == stored)
                .map(Command::name)
                .toList();
    }

    private static String cell(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
    }

    private static List<String> chapters() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Coverage.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
