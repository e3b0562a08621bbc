package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Difference;
import io.github.sim52xx.cli.transcript.Player;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.ProcessTime;
import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sim52xx demo}: plays the dialogues of the application note on one modem, and shows what they bring about. */
final class DemoCommand implements Callable<Integer> {

    private final Time time = new ProcessTime();
    private boolean plain;
    private boolean fast;
    private Console console;

    static CommandLine commandLine() {
        DemoCommand command = new DemoCommand();
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        spec.usageMessage()
                .header("Play the dialogues of the e-mail application note and show what they bring about.")
                .description(
                        "",
                        "A modem and a mail server in this process: send with attachments, peek, fetch, read, delete,"
                                + " abort.",
                        "Exit code 0 only if every line came as the note prints it and the mail arrived intact.",
                        "")
                .sortOptions(false)
                .optionListHeading("Options:%n");
        new OptionList(spec)
                .flag("--plain", () -> command.plain = true, "No colours and no typing, as if this were no terminal.")
                .flag("--fast", () -> command.fast = true, "Do not type like a person.")
                .help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() throws IOException {
        console = plain ? new Console(System.out, false) : Console.standard(false);
        List<Transcript> dialogues = Note.dialogues();
        DemoView view = new DemoView(console, time, console.isTerminal() && !fast, dialogues.size());
        view.open();
        Instant begun = time.now();
        try (Bench bench =
                new Bench(dialogues.stream().flatMap(Transcript::allFixtures).toList(), Cable.DIRECT, this::show)) {
            int mails = play(dialogues, bench, view);
            if (mails == 0) {
                return Complaints.FAILED;
            }
            sumUp(dialogues.size(), view.lines(), mails, Duration.between(begun, time.now()));
            return 0;
        }
    }

    /** Returns how many mails have been delivered, 0 after a difference. */
    private int play(List<Transcript> dialogues, Bench bench, DemoView view) throws IOException {
        Player player = new Player(time, view);
        DemoProof proof = new DemoProof(console, bench);
        int mails = 0;
        for (Transcript dialogue : dialogues) {
            Difference difference = player.play(dialogue, bench);
            if (difference != null) {
                console.line("");
                console.line(console.bad("✗ ") + difference.transcript());
                difference.describe().forEach(line -> console.line("  " + line));
                return 0;
            }
            mails += proof.showMails();
            proof.showTree();
        }
        return mails;
    }

    private void sumUp(int dialogues, int lines, int mails, Duration took) {
        console.line("");
        console.line(
                console.good("✓ ") + dialogues + " dialogues, " + lines + " lines as the application note has them, "
                        + mails + (mails == 1 ? " mail" : " mails") + " delivered intact, "
                        + String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0));
        console.line("Go on with  sim52xx run  and attach your host code or a terminal program.");
    }

    private void show(ModemEvent event) {
        if (event instanceof ModemEvent.Fault) {
            console.show(event);
        }
    }
}
