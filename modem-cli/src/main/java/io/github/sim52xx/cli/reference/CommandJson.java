package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.cli.transcript.Escapes;
import io.github.sim52xx.cli.transcript.Fixture;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Commands as JSON, for tools. Keys of what a command does not have are absent. */
public final class CommandJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CommandJson() {}

    /** An array of all. */
    public static String of(Collection<? extends Command<?>> commands) {
        return JSON.writeValueAsString(
                commands.stream().map(CommandJson::properties).toList());
    }

    /** One object, with the answer to its example. */
    public static String of(Command<?> command, Example example) {
        Map<String, Object> properties = properties(command);
        if (!example.values().isEmpty()) {
            properties.put("values", readable(example.values()));
        }
        Preparation preparation = example.preparation();
        if (!preparation.fixtures().isEmpty()) {
            properties.put(
                    "given",
                    preparation.fixtures().stream().map(Fixture::precondition).toList());
        }
        if (!preparation.lines().isEmpty()) {
            properties.put("preparation", preparation.lines());
        }
        properties.put("answer", readable(example.answer()));
        return JSON.writeValueAsString(properties);
    }

    private static List<String> readable(List<String> byteStrings) {
        return byteStrings.stream().map(Escapes::text).toList();
    }

    private static Map<String, Object> properties(Command<?> command) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", command.name());
        if (!command.aliases().isEmpty()) {
            properties.put("aliases", command.aliases());
        }
        properties.put("group", command.group());
        properties.put("purpose", command.purpose());
        Map<String, String> forms = new LinkedHashMap<>();
        Forms.of(command).forEach((form, typed) -> forms.put(form.name().toLowerCase(Locale.ROOT), typed));
        properties.put("forms", forms);
        properties.put("needsSim", command.needsSim());
        properties.put("storedOnly", command.storedOnly());
        if (command.firstYear() > 0) {
            properties.put("since", command.firstYear());
        }
        properties.put("example", command.example());
        return properties;
    }
}
