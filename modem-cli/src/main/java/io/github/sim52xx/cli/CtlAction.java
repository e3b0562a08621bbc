package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import io.github.sim52xx.cli.world.Action;
import io.github.sim52xx.cli.world.Argument;
import io.github.sim52xx.cli.world.Kind;
import io.github.sim52xx.cli.world.WorldException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code sim52xx ctl SUBJECT ACTION}: one row of the table of actions. */
final class CtlAction implements Callable<Integer> {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final CtlTarget target;
    private final Action action;
    private boolean json;

    CtlAction(CtlTarget target, Action action) {
        this.target = target;
        this.action = action;
    }

    /** {@code pull the card} → {@code Pull the card.} */
    static String sentence(String purpose) {
        return purpose.substring(0, 1).toUpperCase(Locale.ROOT) + purpose.substring(1) + ".";
    }

    CommandLine describe() {
        spec.usageMessage()
                .header(sentence(action.purpose()).replace("%", "%%"))
                .description("", CtlCommand.example(action), "")
                .sortOptions(false)
                .parameterListHeading("Arguments:%n")
                .optionListHeading("Options:%n");
        List<Argument> arguments = action.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            spec.addPositional(positional(i, arguments.get(i)));
        }
        target.addTo(spec);
        new OptionList(spec)
                .flag("--json", () -> json = true, "Print how it is then, as a JSON object.")
                .help();
        return new CommandLine(spec);
    }

    private static PositionalParamSpec positional(int index, Argument argument) {
        Kind kind = argument.kind();
        String rule = sentence(argument.purpose()) + " " + sentence(kind.rule());
        PositionalParamSpec.Builder positional = PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(argument.name().toUpperCase(Locale.ROOT))
                .arity(argument.optional() ? "0..1" : "1")
                .type(String.class)
                .description(rule.replace("%", "%%"));
        if (!kind.words().isEmpty()) {
            positional.completionCandidates(kind.words());
        }
        return positional.build();
    }

    @Override
    public Integer call() {
        List<String> words = spec.positionalParameters().stream()
                .map(positional -> (String) positional.getValue())
                .filter(Objects::nonNull)
                .toList();
        Map<String, String> arguments = checked(words);
        JsonNode state = target.modem()
                .post(
                        ControlServer.WORLD + "/" + action.subject() + "/" + action.verb(),
                        new JsonMapper().writeValueAsString(arguments));
        if (json) {
            Console.standard(false).line(state.toString());
        }
        return 0;
    }

    /** What is wrong with the arguments can be said without asking the modem. */
    private Map<String, String> checked(List<String> words) {
        try {
            Map<String, String> arguments = action.byName(words);
            action.read(arguments);
            return arguments;
        } catch (WorldException e) {
            throw new UsageException(e.getMessage() + " (" + spec.qualifiedName() + " --help)");
        }
    }
}
