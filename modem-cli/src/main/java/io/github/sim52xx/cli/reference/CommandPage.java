package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.Form;
import io.github.sim52xx.cli.transcript.Escapes;
import java.util.Map;
import java.util.function.Consumer;

/** One command: what it is for, how it is typed, and an example with the answer that the modem has given to it. */
public final class CommandPage {

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
            out.accept("  " + String.format("%-40s", form.getValue()) + " " + style.dim(name(form.getKey())));
        }
        out.accept("");
        out.accept("On a fresh modem:");
        for (String line : example.preparation()) {
            out.accept("  " + style.dim(line));
        }
        out.accept("  " + style.bold(command.example()));
        for (String line : example.answer()) {
            out.accept("  " + Escapes.readable(line.stripTrailing()));
        }
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
        if (command.lastYear() < Integer.MAX_VALUE) {
            out.accept("Until the firmware of " + command.lastYear() + ".");
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
