package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** {@code sim52xx why}: asks a running modem how its last mail commands ended, and why. */
final class WhyCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int USUAL_COUNT = 10;

    private final Console console = Console.standard(false);
    private InetSocketAddress to = RunOptions.defaultControl();
    private int count = USUAL_COUNT;
    private boolean json;

    static CommandLine commandLine() {
        return new WhyCommand().describe();
    }

    private CommandLine describe() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.usageMessage()
                .header("Show how the last mail commands of a running modem ended, and why.")
                .description(
                        "",
                        "The AT line says +SMTP: SERVER ERROR; this says which reply of the server, which",
                        "timer or which missing parameter that was, and how long it took.",
                        "Exit code 0 if the modem answered, 1 if it is not there, 2 for wrong use.",
                        "")
                .sortOptions(false)
                .optionListHeading("Options:%n");
        new OptionList(spec)
                .value(
                        "--to",
                        "[HOST:]PORT",
                        text -> to = Values.address(text),
                        "The control port of  sim52xx run , default 127.0.0.1:" + RunOptions.DEFAULT_CONTROL + ".")
                .value("-n", "N", text -> count = Values.count(text), "How many, default " + USUAL_COUNT + ".")
                .flag("--json", () -> json = true, "Print them as a JSON array.")
                .help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        ArrayNode all = ask();
        while (all.size() > count) {
            all.remove(0);
        }
        if (json) {
            console.line(all.toString());
        } else if (all.isEmpty()) {
            console.line("no mail command has ended yet");
        } else {
            all.forEach(this::print);
        }
        return 0;
    }

    private void print(JsonNode outcome) {
        boolean good = outcome.path("success").asBoolean();
        console.line(console.dim(time(outcome.path("time").asString()))
                + (good ? console.good(" ✓ ") : console.bad(" ✗ "))
                + String.format(
                        Locale.ROOT,
                        "%s → %s: %s (%.2f s)",
                        outcome.path("command").asString(),
                        outcome.path("code").asString(),
                        outcome.path("cause").asString(),
                        outcome.path("seconds").asDouble()));
    }

    private static String time(String text) {
        try {
            return TIME.format(Instant.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private ArrayNode ask() {
        ControlClient modem = new ControlClient(to);
        if (modem.get(ControlServer.OUTCOMES) instanceof ArrayNode outcomes) {
            return outcomes;
        }
        throw modem.stranger();
    }
}
