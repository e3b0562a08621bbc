package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.hostile.ReadyMade;
import io.github.sim52xx.modem.ModemEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code sim52xx urc-matrix}: which server behaviour gives which code, tried out. */
final class UrcMatrixCommand implements Callable<Integer> {

    private static final String SUITE = "sim52xx urc-matrix";
    private static final String ROW = "%-25s %-52s %-31s %-31s %7s  %s";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final PositionalParamSpec named = PositionalParamSpec.builder()
            .paramLabel("NAME|FILE.yaml")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Only these scripts; default all that come with the app, with --to all but those that"
                    + " need a file on the modem.")
            .build();
    private final Console console = Console.standard(false);
    private final Elsewhere to = new Elsewhere();
    private String serverHost = UrcMatrix.LOOPBACK;
    private Path junit;

    static CommandLine commandLine() {
        return new UrcMatrixCommand().describe();
    }

    private CommandLine describe() {
        spec.usageMessage()
                .header("Try out which +SMTP: or +POP3: code follows from what a mail server does.")
                .description(
                        "",
                        "Plays the scripts of  sim52xx hostile-mail --list  and prints a table.",
                        "Without --to each script gets a modem of its own, whose thirty seconds pass at",
                        "once; a modem elsewhere takes its time.",
                        "Exit code 0 if all codes came as expected, 1 if one did not, 2 for wrong use.",
                        "")
                .sortOptions(false)
                .parameterListHeading("Parameters:%n")
                .optionListHeading("Options:%n");
        spec.addPositional(named);
        to.addTo(new OptionList(spec))
                .value(
                        "--server-host",
                        "ADDRESS",
                        text -> serverHost = text,
                        "Where that modem finds this machine; the servers listen there, default " + serverHost + ".")
                .value("--junit", "FILE.xml", text -> junit = Path.of(text), "Write the results for a CI server.")
                .help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        if (!to.isGiven() && !serverHost.equals(UrcMatrix.LOOPBACK)) {
            throw new UsageException("--server-host is for the modem that --to names");
        }
        List<MailScript> scripts = scripts();
        List<UrcResult> results = new ArrayList<>();
        console.line(console.bold("  " + row("command", "what the server does", "expected", "seen", "time", "script")));
        if (to.isGiven()) {
            playThere(scripts, results);
        } else {
            play(scripts, UrcMatrix.here(this::show), results);
        }
        return Verdict.on(results, SUITE, junit, console);
    }

    private List<MailScript> scripts() {
        List<?> names = named.getValue();
        if (names == null || names.isEmpty()) {
            return ReadyMade.all().stream()
                    .filter(script -> script.expected() != null)
                    .filter(script -> !to.isGiven() || script.expected().files().isEmpty())
                    .toList();
        }
        List<MailScript> scripts =
                names.stream().map(name -> ScriptChoice.read(name.toString())).toList();
        for (MailScript script : scripts) {
            if (script.expected() == null) {
                throw new UsageException(script.name() + " does not say what to expect");
            }
        }
        return scripts;
    }

    private void playThere(List<MailScript> scripts, List<UrcResult> results) {
        try (RemoteStage modem = to.open()) {
            UrcMatrix matrix = UrcMatrix.there(modem, serverHost);
            scripts.stream()
                    .flatMap(script -> UrcMatrix.files(script).stream())
                    .forEach(needed -> console.line(console.dim("  needs " + needed.precondition())));
            play(scripts, matrix, results);
        } catch (IOException e) {
            throw new FailedException(e.getMessage());
        }
    }

    private void play(List<MailScript> scripts, UrcMatrix matrix, List<UrcResult> results) {
        for (MailScript script : scripts) {
            console.progress(script.name() + " …");
            UrcResult result;
            try {
                result = matrix.play(script);
            } catch (IOException e) {
                result = new UrcResult(script, e.getMessage(), Duration.ZERO);
            }
            print(result);
            results.add(result);
        }
    }

    private void print(UrcResult result) {
        MailScript script = result.script();
        String line = row(
                script.expected().command(),
                script.about(),
                script.expected().code(),
                result.seen(),
                String.format(Locale.ROOT, "%.1f s", result.took().toMillis() / 1000.0),
                script.name());
        console.line(result.passed() ? console.good("✓ ") + line : console.bad("✗ ") + line);
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, ROW, columns);
    }

    private void show(ModemEvent event) {
        if (event instanceof ModemEvent.Fault) {
            console.show(event);
        }
    }
}
