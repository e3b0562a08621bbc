package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Audience;
import io.github.sim52xx.cli.transcript.Difference;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.Player;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.ProcessTime;
import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code sim52xx check}: plays transcripts, against a modem of this process or against any other. */
final class CheckCommand implements Callable<Integer> {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final PositionalParamSpec files = PositionalParamSpec.builder()
            .paramLabel("FILE.at")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Transcripts, or directories to look for them in.")
            .build();
    private final Time time = new ProcessTime();
    private final Console console = Console.standard(false);
    private final Elsewhere to = new Elsewhere();
    private Path junit;
    private Path scenarioFile;
    /** Null if nothing happens by itself. */
    private Fixture scenario;

    /** Null if what is around the modem at --to cannot be reached. */
    private RemoteWorld control;

    private boolean verbose;
    private Audience audience = Audience.NONE;
    private Player remote;

    static CommandLine commandLine() {
        return new CheckCommand().describe();
    }

    private CommandLine describe() {
        spec.usageMessage()
                .header("Play transcripts against a modem and show the first difference of each.")
                .description(
                        "",
                        "Without --to each file gets a modem of its own, with the fixtures that it asks for, and",
                        "those at the other ends of its sockets whose part is in it.",
                        "Exit code 0 if all passed, 1 if one did not, 2 for wrong use.",
                        "")
                .sortOptions(false)
                .parameterListHeading("Parameters:%n")
                .optionListHeading("Options:%n");
        spec.addPositional(files);
        to.addTo(new OptionList(spec))
                .value(
                        "--control",
                        "[HOST:]PORT",
                        text -> control = new RemoteWorld(Values.address(text)),
                        "With --to: the control port of that simulator, for what a transcript does with ctl, and for"
                                + " clients of the modem's servers.")
                .value("--junit", "FILE.xml", text -> junit = Path.of(text), "Write the results for a CI server.")
                .value(
                        "--scenario",
                        "FILE.yaml",
                        text -> scenarioFile = Path.of(text),
                        "What happens around the modem meanwhile, as for  sim52xx run ; not with --to.")
                .flag("--verbose", () -> verbose = true, "Show all that is said.")
                .help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        if (scenarioFile != null && to.isGiven()) {
            throw new UsageException("--scenario is about a modem of this process and cannot be used with --to");
        }
        if (control != null && !to.isGiven()) {
            throw new UsageException("--control is about a modem somewhere else and needs --to");
        }
        scenario = scenarioFile == null ? null : ScenarioChoice.read(scenarioFile);
        List<Transcript> transcripts =
                TranscriptFiles.read(files()).stream().map(this::directed).toList();
        audience = verbose ? new DialogueView(console) : Audience.NONE;
        remote = new Player(time, audience);
        List<CheckResult> results = new ArrayList<>();
        for (Transcript transcript : transcripts) {
            console.progress(transcript.name() + " …");
            CheckResult result = check(transcript);
            print(result);
            results.add(result);
        }
        return Verdict.on(results, "sim52xx check", junit, console);
    }

    private List<String> files() {
        List<?> given = files.getValue();
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "which transcript?");
        }
        return given.stream().map(Object::toString).toList();
    }

    private Transcript directed(Transcript transcript) {
        return scenario == null ? transcript : transcript.with(scenario);
    }

    private CheckResult check(Transcript transcript) {
        Instant begun = time.now();
        Difference difference = null;
        String trouble = null;
        try {
            difference = to.isGiven() ? playThere(transcript) : playHere(transcript);
        } catch (IOException e) {
            trouble = e.getMessage();
        }
        return new CheckResult(transcript, Duration.between(begun, time.now()), difference, trouble);
    }

    private Difference playHere(Transcript transcript) throws IOException {
        try (Bench bench = new Bench(transcript.allFixtures().toList(), Cable.DIRECT, this::show)) {
            return new Player(time, audience).play(transcript, bench);
        }
    }

    private Difference playThere(Transcript transcript) throws IOException {
        transcript
                .allFixtures()
                .map(RemoteStage::needs)
                .distinct()
                .forEach(needed -> console.line(console.dim("  " + transcript.name() + " needs " + needed)));
        try (RemoteStage stage = to.open(control)) {
            return remote.play(transcript, stage);
        }
    }

    private void show(ModemEvent event) {
        if (verbose || event instanceof ModemEvent.Fault) {
            console.show(event);
        }
    }

    private void print(CheckResult result) {
        String mark = result.passed() ? console.good("✓ ") : console.bad("✗ ");
        console.line(mark + result.transcript().name() + console.dim("  " + result.seconds() + " s"));
        if (!result.passed()) {
            result.describe().forEach(line -> console.line("  " + line));
        }
    }
}
