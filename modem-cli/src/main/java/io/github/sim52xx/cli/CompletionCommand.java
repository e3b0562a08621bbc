package io.github.sim52xx.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code sim52xx completion}: the script that makes a shell complete the command line. */
final class CompletionCommand implements Callable<Integer> {

    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final PositionalParamSpec shell = PositionalParamSpec.builder()
            .paramLabel("SHELL")
            .arity("0..1")
            .type(String.class)
            .defaultValue(SHELLS.get(0))
            .completionCandidates(SHELLS)
            .description("bash (default) or zsh; one script serves both.")
            .build();

    static CommandLine commandLine() {
        return new CompletionCommand().describe();
    }

    private CommandLine describe() {
        spec.usageMessage()
                .header("Print a script that makes the Tab key complete commands and options.")
                .description(
                        "",
                        "For the shell that is open:",
                        "  source <(./sim52xx completion)",
                        "For all that come, with bash:",
                        "  ./sim52xx completion > ~/.local/share/bash-completion/completions/sim52xx",
                        "with zsh, in ~/.zshrc:",
                        "  source <(/path/to/sim52xx completion zsh)",
                        "")
                .sortOptions(false)
                .parameterListHeading("Parameters:%n")
                .optionListHeading("Options:%n");
        spec.addPositional(shell);
        new OptionList(spec).help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        String wanted = shell.getValue();
        if (!SHELLS.contains(wanted)) {
            throw new ParameterException(spec.commandLine(), "no script for '" + wanted + "', only for bash and zsh");
        }
        System.out.print(AutoComplete.bash("sim52xx", Main.full()));
        return 0;
    }
}
