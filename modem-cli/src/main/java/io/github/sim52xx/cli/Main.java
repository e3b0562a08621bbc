package io.github.sim52xx.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code sim52xx}: picks the subcommand. Only the one that is used is loaded, for starting must be quick. */
@Command(
        name = "sim52xx",
        header = "A SIMCom SIM52xx modem in software: AT commands, files, sockets and mail for real.",
        description = {
            "",
            "Try  sim52xx demo  to see it work, or  sim52xx run  and attach a terminal program.",
            "sim52xx COMMAND --help  explains a command."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n")
public final class Main implements Runnable {

    private static final Map<String, Supplier<CommandLine>> SUBCOMMANDS = new LinkedHashMap<>();

    static {
        SUBCOMMANDS.put("run", RunCommand::commandLine);
        SUBCOMMANDS.put("demo", DemoCommand::commandLine);
        SUBCOMMANDS.put("at", () -> new CommandLine(new AtCommand()).setExpandAtFiles(false));
        SUBCOMMANDS.put("fs", () -> new CommandLine(new FsCommand()).setExpandAtFiles(false));
        SUBCOMMANDS.put("check", CheckCommand::commandLine);
        SUBCOMMANDS.put("why", WhyCommand::commandLine);
        SUBCOMMANDS.put("hostile-mail", HostileMailCommand::commandLine);
        SUBCOMMANDS.put("urc-matrix", UrcMatrixCommand::commandLine);
        SUBCOMMANDS.put("commands", CommandsCommand::commandLine);
        SUBCOMMANDS.put("completion", CompletionCommand::commandLine);
    }

    @CommandLine.Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        Shutdown.exit(execute(args));
    }

    /** Runs a command line and returns its exit code: 0 done, 1 failed, 2 wrong use. */
    static int execute(String... args) {
        Supplier<CommandLine> chosen = args.length == 0 ? null : SUBCOMMANDS.get(args[0]);
        CommandLine commandLine = chosen == null ? full() : chosen.get();
        String[] rest = args;
        if (chosen != null) {
            commandLine.setCommandName("sim52xx " + args[0]);
            rest = Arrays.copyOfRange(args, 1, args.length);
        }
        Complaints.about(commandLine);
        try {
            return commandLine.execute(ConfigFile.expand(rest));
        } catch (UsageException e) {
            PrintWriter err = commandLine.getErr();
            return Complaints.print(err, e.getMessage(), Complaints.USAGE);
        }
    }

    /** The command line with every subcommand, for help and completion. */
    static CommandLine full() {
        CommandLine commandLine = new CommandLine(new Main());
        SUBCOMMANDS.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? sim52xx --help lists them");
    }
}
