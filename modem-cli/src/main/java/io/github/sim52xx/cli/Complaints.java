package io.github.sim52xx.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What the user hears of a mistake: one line on standard error, and an exit code. Not made of lambdas, which the
 * archive of classes cannot hold for picocli's old interfaces.
 */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** What was asked for did not work. */
    static final int FAILED = 1;
    /** Wrong use of the command line. */
    static final int USAGE = 2;

    private Complaints() {}

    /** Makes {@code commandLine} complain this way. */
    static void about(CommandLine commandLine) {
        Complaints complaints = new Complaints();
        commandLine.setParameterExceptionHandler(complaints);
        commandLine.setExecutionExceptionHandler(complaints);
    }

    static int print(PrintWriter err, String message, int code) {
        int end = message.indexOf('\n');
        err.println("sim52xx: " + (end < 0 ? message : message.substring(0, end)));
        err.flush();
        return code;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine commandLine = e.getCommandLine();
        return print(
                commandLine.getErr(),
                message(e) + " (" + commandLine.getCommandSpec().qualifiedName() + " --help)",
                USAGE);
    }

    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        String typed = unmatched.getUnmatched().get(0);
        boolean command =
                !unmatched.getCommandLine().getCommandSpec().subcommands().isEmpty();
        String what = unmatched.isUnknownOption() ? "option" : command ? "command" : null;
        if (what == null) {
            return "one argument too many: " + typed;
        }
        List<String> similar = unmatched.getSuggestions();
        String way = similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
        if ("command".equals(what) && similar.isEmpty()) {
            way = "; there are "
                    + String.join(
                            ", ", unmatched.getCommandLine().getSubcommands().keySet());
        }
        return "there is no " + what + " " + typed.replaceFirst("=.*", "") + way;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult result) throws Exception {
        if (e instanceof UsageException) {
            return print(commandLine.getErr(), e.getMessage(), USAGE);
        }
        if (e instanceof FailedException) {
            return print(commandLine.getErr(), e.getMessage(), FAILED);
        }
        throw e;
    }
}
