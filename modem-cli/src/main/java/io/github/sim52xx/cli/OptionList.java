package io.github.sim52xx.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * Adds options to a command without annotations: reading those takes picocli longer than everything else that {@code
 * sim52xx run} does until it is ready.
 */
final class OptionList {

    /** A label that names all values. */
    private static final Pattern ALTERNATIVES = Pattern.compile("[a-z0-9]+(\\|[a-z0-9]+)+");

    private final CommandSpec spec;

    OptionList(CommandSpec spec) {
        this.spec = spec;
    }

    /**
     * An option with a value.
     *
     * @param reader takes the value, and throws {@link TypeConversionException} if it is none
     */
    OptionList value(String name, String label, Consumer<String> reader, String... description) {
        OptionSpec.Builder option =
                OptionSpec.builder(name).paramLabel(label).type(String.class).arity("1");
        if (ALTERNATIVES.matcher(label).matches()) {
            option.completionCandidates(List.of(label.split("\\|")));
        }
        return add(option, description, text -> read(name, reader, (String) text));
    }

    /** An option with a value that may be given more than once. */
    OptionList values(String name, String label, Consumer<String> reader, String... description) {
        OptionSpec.Builder option = OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1");
        // Picocli hands over the list again each time that it has grown.
        return add(
                option,
                description,
                list -> read(
                        name,
                        reader,
                        ((List<?>) list).get(((List<?>) list).size() - 1).toString()));
    }

    /** An option without a value. */
    OptionList flag(String name, Runnable given, String... description) {
        return add(OptionSpec.builder(name).type(boolean.class).arity("0"), description, value -> {
            if (Boolean.TRUE.equals(value)) {
                given.run();
            }
        });
    }

    /** {@code -h}, {@code --help}. */
    OptionList help() {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .arity("0")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        return this;
    }

    private OptionList add(OptionSpec.Builder option, String[] description, Consumer<Object> taken) {
        spec.addOption(option.description(description).setter(new Taken(taken)).build());
        return this;
    }

    private void read(String name, Consumer<String> reader, String text) {
        if (text.isEmpty()) {
            // Of a variable in a script that is not set; as a path it would be the directory where that runs.
            throw new ParameterException(spec.commandLine(), name + ": the value is empty");
        }
        try {
            reader.accept(text);
        } catch (TypeConversionException e) {
            throw new ParameterException(spec.commandLine(), name + ": " + e.getMessage());
        }
    }

    /** Hands on what picocli has found; it sets null and empty lists before it parses. */
    private record Taken(Consumer<Object> taken) implements ISetter {

        @Override
        public <T> T set(T value) {
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                taken.accept(value);
            }
            return null;
        }
    }
}
