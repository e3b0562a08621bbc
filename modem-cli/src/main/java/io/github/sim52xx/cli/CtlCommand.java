package io.github.sim52xx.cli;

import io.github.sim52xx.cli.world.Action;
import io.github.sim52xx.cli.world.Subject;
import io.github.sim52xx.cli.world.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * {@code sim52xx ctl}: changes the world around a running modem and tells how it is. Its subcommands are the subjects of
 * the table of actions, and theirs the actions.
 */
final class CtlCommand implements Callable<Integer> {

    /** Where purposes begin in the help, and where they end. */
    private static final int INDENT = 32;

    private static final int WIDTH = 80;

    private final CtlTarget target = new CtlTarget();
    /** What has to follow. */
    private final String missing;

    private CtlCommand(String missing) {
        this.missing = missing;
    }

    static CommandLine commandLine() {
        CtlCommand root = new CtlCommand("what to do? sim52xx ctl --help lists everything");
        return new CommandLine(root.describe()).setExpandAtFiles(false);
    }

    @Override
    public Integer call() {
        throw new UsageException(missing);
    }

    private CommandSpec describe() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        UsageMessageSpec usage = spec.usageMessage();
        usage.header("Change the world around a running modem, or ask how it is.")
                .description(description().toArray(String[]::new))
                .sortOptions(false)
                .synopsisSubcommandLabel("COMMAND")
                .optionListHeading("Options:%n");
        // The description has them in groups.
        usage.sectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
        usage.sectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        target.addTo(spec);
        new OptionList(spec).help();
        spec.addSubcommand("state", new CtlState(target).describe());
        spec.addSubcommand("events", new CtlEvents(target).describe());
        spec.addSubcommand("openapi", new CtlOpenApi(target).describe());
        for (Subject subject : actedOn()) {
            spec.addSubcommand(subject.name(), describe(subject));
        }
        return spec;
    }

    private CommandLine describe(Subject subject) {
        String verbs =
                String.join(", ", subject.actions().stream().map(Action::verb).toList());
        CtlCommand group = new CtlCommand("which of " + subject.name() + ": " + verbs + "?");
        CommandSpec spec = CommandSpec.wrapWithoutInspection(group);
        spec.usageMessage()
                .header(CtlAction.sentence(subject.purpose()))
                .description("", example(subject.actions().get(0)), "")
                .sortOptions(false)
                .synopsisSubcommandLabel("ACTION")
                .optionListHeading("Options:%n")
                .commandListHeading("%nActions:%n");
        target.addTo(spec);
        new OptionList(spec).help();
        for (Action action : subject.actions()) {
            spec.addSubcommand(action.verb(), new CtlAction(target, action).describe());
        }
        return new CommandLine(spec);
    }

    private static List<String> description() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "  sim52xx ctl card pull            does something, in silence if it worked",
                "  sim52xx ctl state bearer         tells how that is; without a name, everything",
                "  sim52xx ctl events --kind urc    tells what happens until Ctrl-C",
                "  sim52xx ctl card pull --help     explains an action",
                "",
                "The same is there over HTTP, see  sim52xx ctl openapi .",
                "Exit code 0 if it worked, 1 if the modem refused or is not there, 2 for wrong",
                "use."));
        row(lines, "state [PATH...]", "how the modem and the world are");
        row(lines, "events", "what happens, as it happens");
        row(lines, "openapi", "the HTTP API, for tools");
        for (Subject subject : actedOn()) {
            lines.add("");
            lines.add(CtlAction.sentence(subject.purpose()).replaceFirst("\\.$", ":"));
            subject.actions().forEach(action -> row(lines, action.synopsis(), action.purpose()));
        }
        lines.add("");
        lines.replaceAll(line -> line.replace("%", "%%"));
        lines.add(9, "");
        return lines;
    }

    /** Two columns; what is too long for its column goes on below. */
    private static void row(List<String> lines, String label, String purpose) {
        StringBuilder line = new StringBuilder("  " + label);
        if (line.length() >= INDENT) {
            lines.add(line.toString());
            line.setLength(0);
        }
        pad(line);
        for (String word : purpose.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                pad(line);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    private static void pad(StringBuilder line) {
        line.append(" ".repeat(INDENT - line.length()));
    }

    static String example(Action action) {
        return "  sim52xx ctl " + action.example();
    }

    private static List<Subject> actedOn() {
        return Subjects.ALL.subjects().stream()
                .filter(subject -> !subject.actions().isEmpty())
                .toList();
    }
}
