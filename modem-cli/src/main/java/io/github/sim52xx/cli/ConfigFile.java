package io.github.sim52xx.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code --config FILE.yaml}: options in a file, by their names without the dashes. A list gives an option that can be
 * repeated; true gives an option without a value. What stands on the command line as well counts more than the file.
 *
 * <pre>
 * tcp: 127.0.0.1:5300
 * map: [smtp.example.org=127.0.0.1:2525]
 * cold-boot: true
 * </pre>
 */
final class ConfigFile {

    static final String OPTION = "--config";

    private ConfigFile() {}

    /** Puts the options of the file in place of {@code --config FILE}. */
    static String[] expand(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                return replace(args, i, 1, Path.of(args[i].substring(OPTION.length() + 1)));
            }
            if (args[i].equals(OPTION) && i + 1 < args.length) {
                return replace(args, i, 2, Path.of(args[i + 1]));
            }
        }
        return args;
    }

    private static String[] replace(String[] args, int index, int count, Path file) {
        List<String> typed = new ArrayList<>(Arrays.asList(args));
        typed.subList(index, index + count).clear();
        if (typed.stream().anyMatch(arg -> arg.equals(OPTION) || arg.startsWith(OPTION + "="))) {
            throw new UsageException(OPTION + " can be given only once");
        }
        List<String> all = new ArrayList<>();
        read(file).forEach((name, value) -> {
            String option = "--" + name;
            boolean repeatable = value instanceof Collection;
            if (repeatable || typed.stream().noneMatch(arg -> arg.equals(option) || arg.startsWith(option + "="))) {
                all.addAll(options(option, value));
            }
        });
        all.addAll(typed);
        return all.toArray(String[]::new);
    }

    private static List<String> options(String option, Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(one -> option + "=" + one).toList();
        }
        if (value instanceof Boolean given) {
            return given ? List.of(option) : List.of();
        }
        return List.of(option + "=" + value);
    }

    private static Map<?, ?> read(Path file) {
        try {
            Map<?, ?> options = new YAMLMapper().readValue(Files.readString(file), Map.class);
            return options == null ? Map.of() : options;
        } catch (IOException e) {
            throw new UsageException("cannot read " + Reason.of(file, e));
        } catch (JacksonException e) {
            throw new UsageException(YamlTrouble.describe(file, e));
        }
    }
}
