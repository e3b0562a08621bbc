package io.github.sim52xx.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
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

    private static final List<String> SUBCOMMANDS = List.of(
            "run", "demo", "at", "fs", "check", "ctl", "why", "hostile-mail", "urc-matrix", "commands", "completion");

    @CommandLine.Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        Shutdown.exit(execute(args));
    }

    /** Runs a command line and returns its exit code: 0 done, 1 failed, 2 wrong use. */
    static int execute(String... args) {
        boolean chosen = args.length > 0 && SUBCOMMANDS.contains(args[0]);
        CommandLine commandLine = chosen ? subcommand(args[0]) : full();
        String[] rest = args;
        if (chosen) {
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
        SUBCOMMANDS.forEach(name -> commandLine.addSubcommand(name, subcommand(name)));
        return commandLine;
    }

    /** A switch, for it loads no class but that of the one that is wanted. */
    private static CommandLine subcommand(String name) {
        return switch (name) {
            case "run" -> RunCommand.commandLine();
            case "demo" -> DemoCommand.commandLine();
            case "at" -> new CommandLine(new AtCommand()).setExpandAtFiles(false);
            case "fs" -> new CommandLine(new FsCommand()).setExpandAtFiles(false);
            case "check" -> CheckCommand.commandLine();
            case "ctl" -> CtlCommand.commandLine();
            case "why" -> WhyCommand.commandLine();
            case "hostile-mail" -> HostileMailCommand.commandLine();
            case "urc-matrix" -> UrcMatrixCommand.commandLine();
            case "commands" -> CommandsCommand.commandLine();
            case "completion" -> CompletionCommand.commandLine();
            default -> throw new IllegalArgumentException("no subcommand: " + name);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? sim52xx --help lists them");
    }
}
