package io.github.sim52xx.cli;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.cli.reference.CommandJson;
import io.github.sim52xx.cli.reference.CommandList;
import io.github.sim52xx.cli.reference.CommandNames;
import io.github.sim52xx.cli.reference.CommandPage;
import io.github.sim52xx.cli.reference.Coverage;
import io.github.sim52xx.cli.reference.Example;
import io.github.sim52xx.cli.reference.Preparation;
import io.github.sim52xx.cli.reference.Style;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Resolver;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code sim52xx commands}: the AT commands that there are, out of the table of commands itself. */
final class CommandsCommand implements Callable<Integer> {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final PositionalParamSpec name = PositionalParamSpec.builder()
            .paramLabel("NAME")
            .arity("0..1")
            .type(String.class)
            .completionCandidates(CommandsCommand::namesToComplete)
            .description("One command, as +CSQ, csq or AT+CSQ=?.")
            .build();
    private final Console console = Console.standard(false);
    private boolean json;
    private boolean coverage;

    static CommandLine commandLine() {
        return new CommandsCommand().describe();
    }

    private CommandLine describe() {
        spec.usageMessage()
                .header("List the AT commands, or explain one of them.")
                .description(
                        "",
                        "  sim52xx commands                 all of them, a line each",
                        "  sim52xx commands +SMTPSEND       forms, ranges, and an example with the answer",
                        "                                   that a modem gives to it right now",
                        "  sim52xx commands --json | jq -r '.[].name'",
                        "",
                        "Exit code 1 if there is no such command.",
                        "")
                .sortOptions(false)
                .parameterListHeading("Parameters:%n")
                .optionListHeading("Options:%n");
        spec.addPositional(name);
        new OptionList(spec)
                .flag("--json", () -> json = true, "For tools.")
                .flag("--coverage", () -> coverage = true, "Which of the manual's commands there are, as Markdown.")
                .help();
        return new CommandLine(spec).setExpandAtFiles(false);
    }

    @Override
    public Integer call() throws IOException {
        CommandTable<Modem> table = table();
        String wanted = name.getValue();
        if (coverage) {
            new Coverage(console::line).print(commands(table));
        } else if (wanted == null) {
            list(commands(table));
        } else {
            explain(find(table, wanted));
        }
        return 0;
    }

    private void list(Collection<Command<Modem>> commands) {
        if (json) {
            console.line(CommandJson.of(commands));
        } else {
            new CommandList(style(), console::line).print(commands);
        }
    }

    private void explain(Command<?> command) throws IOException {
        Example example = example(command);
        if (json) {
            console.line(CommandJson.of(command, example));
        } else {
            new CommandPage(style(), console::line).print(command, example);
        }
    }

    private Style style() {
        return new Style(console.isTerminal());
    }

    private static Example example(Command<?> command) throws IOException {
        Preparation preparation = Preparation.of(command);
        try (Bench bench = new Bench(preparation.fixtures(), Cable.DIRECT, event -> {})) {
            for (Fixture fixture : preparation.fixtures()) {
                bench.given(fixture);
            }
            return Example.of(command, preparation, bench.terminal(1));
        }
    }

    private static Command<?> find(CommandTable<Modem> table, String wanted) {
        CommandNames names = new CommandNames(table);
        Command<?> command = names.find(wanted);
        if (command == null) {
            List<String> like = names.suggestions(wanted);
            throw new FailedException("no command " + wanted
                    + (like.isEmpty() ? ";  sim52xx commands  lists them" : "; there is " + String.join(", ", like)));
        }
        return command;
    }

    private static CommandTable<Modem> table() {
        return Assembly.blueprint(StorageOptions.DEFAULT, null, new Resolver(List.of(), List.of()))
                .build()
                .table();
    }

    /** Each command once, though it may have several names. */
    private static Collection<Command<Modem>> commands(CommandTable<Modem> table) {
        return new LinkedHashSet<>(table.commands());
    }

    /** A shell takes the others for something else. */
    private static Iterator<String> namesToComplete() {
        return commands(table()).stream()
                .map(Command::name)
                .filter(name -> name.startsWith("+"))
                .iterator();
    }
}
