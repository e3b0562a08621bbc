package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.Form;
import io.github.sim52xx.cli.transcript.Escapes;
import io.github.sim52xx.cli.transcript.Fixture;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One command: what it is for, how it is typed, and an example with the answer that the modem has given to it. */
public final class CommandPage {

    private static final int FORM_WIDTH = 40;

    private final Style style;
    private final Consumer<String> out;

    public CommandPage(Style style, Consumer<String> out) {
        this.style = style;
        this.out = out;
    }

    public void print(Command<?> command, Example example) {
        String others = command.aliases().isEmpty() ? "" : " (" + String.join(", ", command.aliases()) + ")";
        out.accept(style.bold(command.name()) + others + "  " + command.purpose());
        out.accept(style.dim(command.group()));
        remarks(command);
        out.accept("");
        for (Map.Entry<Form, String> form : Forms.of(command).entrySet()) {
            out.accept("  " + String.format("%-" + FORM_WIDTH + "s", form.getValue()) + " "
                    + style.dim(name(form.getKey())));
        }
        for (String line : example.values()) {
            out.accept("  " + " ".repeat(FORM_WIDTH + 1) + readable(line));
        }
        out.accept("");
        Style.wrapped("On a modem that has just been switched on" + with(example.preparation()) + ":", 0)
                .forEach(out);
        for (String line : example.preparation().lines()) {
            out.accept("  " + style.dim(line));
        }
        out.accept("  " + style.bold(command.example()));
        for (String line : example.answer()) {
            out.accept("  " + readable(line));
        }
    }

    private static String with(Preparation preparation) {
        return preparation.fixtures().isEmpty()
                ? ""
                : preparation.fixtures().stream()
                        .map(Fixture::precondition)
                        .collect(Collectors.joining(", and ", ", with ", ""));
    }

    private static String readable(String bytes) {
        return Escapes.readable(bytes.stripTrailing());
    }

    private void remarks(Command<?> command) {
        if (command.needsSim()) {
            out.accept("Needs the SIM: +CME ERROR while that is not ready.");
        }
        if (command.storedOnly()) {
            out.accept("Its values are stored and printed, nothing more.");
        }
        if (command.firstYear() > 0) {
            out.accept("Since the firmware of " + command.firstYear() + ".");
        }
    }

    private static String name(Form form) {
        return switch (form) {
            case WRITE -> "set";
            case EXECUTE -> "execute";
            case READ -> "read";
            case TEST -> "test: which values";
        };
    }
}
