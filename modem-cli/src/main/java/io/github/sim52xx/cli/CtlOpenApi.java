package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sim52xx ctl openapi}: the HTTP API of a running modem, for tools. */
final class CtlOpenApi implements Callable<Integer> {

    private final CtlTarget target;

    CtlOpenApi(CtlTarget target) {
        this.target = target;
    }

    CommandLine describe() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.usageMessage()
                .header("Print the OpenAPI document of the control port.")
                .description("", "  sim52xx ctl openapi > sim52xx.json", "")
                .sortOptions(false)
                .optionListHeading("Options:%n");
        target.addTo(spec);
        new OptionList(spec).help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        Console.standard(false).line(target.modem().get(ControlServer.OPENAPI).toPrettyString());
        return 0;
    }
}
