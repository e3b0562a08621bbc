package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import io.github.sim52xx.cli.world.Subject;
import io.github.sim52xx.cli.world.Subjects;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;

/** {@code sim52xx ctl state}: how the modem and the world are. */
final class CtlState implements Callable<Integer> {

    private final CtlTarget target;
    private final Console console = Console.standard(false);
    private final PositionalParamSpec path = PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .completionCandidates(
                    Subjects.ALL.subjects().stream().map(Subject::name).toList())
            .description("What to tell, from the outside in; everything if there is none.")
            .build();
    private boolean json;

    CtlState(CtlTarget target) {
        this.target = target;
    }

    CommandLine describe() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.usageMessage()
                .header("Tell how the modem and the world are.")
                .description(
                        "",
                        "  sim52xx ctl state",
                        "  sim52xx ctl state radio operator",
                        "  sim52xx ctl state card free        a single value, for scripts",
                        "")
                .sortOptions(false)
                .parameterListHeading("Parameters:%n")
                .optionListHeading("Options:%n");
        spec.addPositional(path);
        target.addTo(spec);
        new OptionList(spec)
                .flag("--json", () -> json = true, "Print it as JSON.")
                .help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        List<String> names = path.getValue() == null ? List.of() : path.getValue();
        JsonNode state =
                target.modem().get(ControlServer.STATE + (names.isEmpty() ? "" : "/" + String.join("/", names)));
        if (json) {
            console.line(state.toString());
        } else {
            StateText.of(state).forEach(console::line);
        }
        return 0;
    }
}
