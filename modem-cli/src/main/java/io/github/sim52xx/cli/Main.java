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

    /** Wrong use of the command line. */
    static final int USAGE = 2;

    private static final Map<String, Supplier<Object>> SUBCOMMANDS = new LinkedHashMap<>();

    static {
        SUBCOMMANDS.put("run", RunCommand::new);
    }

    @CommandLine.Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        int code = execute(args);
        Shutdown.exit(code);
    }

    /** Runs a command line and returns its exit code: 0 done, 1 failed, 2 wrong use. */
    static int execute(String... args) {
        Supplier<Object> chosen = args.length == 0 ? null : SUBCOMMANDS.get(args[0]);
        CommandLine commandLine;
        String[] rest = args;
        if (chosen != null) {
            commandLine = new CommandLine(chosen.get());
            commandLine.setCommandName("sim52xx " + args[0]);
            rest = Arrays.copyOfRange(args, 1, args.length);
        } else {
            commandLine = full();
        }
        configure(commandLine);
        try {
            return commandLine.execute(ConfigFile.expand(rest));
        } catch (UsageException e) {
            return complain(commandLine.getErr(), e.getMessage(), USAGE);
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

    private static void configure(CommandLine commandLine) {
        commandLine.setParameterExceptionHandler(
                (e, args) -> complain(e.getCommandLine().getErr(), e.getMessage() + hint(e.getCommandLine()), USAGE));
        commandLine.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof UsageException) {
                return complain(command.getErr(), e.getMessage(), USAGE);
            }
            if (e instanceof FailedException) {
                return complain(command.getErr(), e.getMessage(), 1);
            }
            throw e;
        });
    }

    private static String hint(CommandLine commandLine) {
        return " (" + commandLine.getCommandName() + " --help)";
    }

    private static int complain(PrintWriter err, String message, int code) {
        err.println("sim52xx: " + message.lines().findFirst().orElse("failed"));
        err.flush();
        return code;
    }
}
