package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** All commands by family, a line each. */
public final class CommandList {

    private static final int NAME_WIDTH = 14;
    private static final int INDENT = NAME_WIDTH + 2;

    private static final String LEGEND = "(SIM) answers +CME ERROR while the SIM is not ready; (stored) is stored and"
            + " printed, nothing more; (2012) since the firmware of that year.";

    private final Style style;
    private final Consumer<String> out;

    public CommandList(Style style, Consumer<String> out) {
        this.style = style;
        this.out = out;
    }

    /** @param commands in the order of the table */
    public void print(Collection<? extends Command<?>> commands) {
        String group = null;
        for (Command<?> command : commands) {
            if (!command.group().equals(group)) {
                out.accept(group == null ? style.bold(command.group()) : "\n" + style.bold(command.group()));
                group = command.group();
            }
            print(command);
        }
        out.accept("");
        Style.wrapped(LEGEND, 0).forEach(line -> out.accept(style.dim(line)));
        out.accept("sim52xx commands NAME  shows one with its forms and an example.");
    }

    private void print(Command<?> command) {
        String markers = markers(command);
        List<String> lines = Style.wrapped(command.purpose() + markers, INDENT);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int dimmed = Math.min(line.length(), i == lines.size() - 1 ? markers.length() : 0);
            int end = line.length() - dimmed;
            out.accept(String.format("  %-" + NAME_WIDTH + "s", i == 0 ? command.name() : "")
                    + line.substring(0, end)
                    + style.dim(line.substring(end)));
        }
    }

    private static String markers(Command<?> command) {
        List<String> markers = new ArrayList<>();
        if (command.needsSim()) {
            markers.add("SIM");
        }
        if (command.storedOnly()) {
            markers.add("stored");
        }
        if (command.firstYear() > 0) {
            markers.add(Integer.toString(command.firstYear()));
        }
        return markers.isEmpty() ? "" : " (" + String.join(", ", markers) + ")";
    }
}
