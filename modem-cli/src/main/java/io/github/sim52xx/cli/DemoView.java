package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Audience;
import io.github.sim52xx.cli.transcript.Step;
import io.github.sim52xx.cli.transcript.Step.Act;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Shows dialogues as if somebody were typing them. */
final class DemoView implements Audience {

    private static final Duration PER_KEY = Duration.ofMillis(6);
    private static final Duration PER_LINE = Duration.ofMillis(90);

    private final Console console;
    private final Time time;
    private final boolean typing;
    private final int dialogues;
    private int begun;
    private int lines;

    /**
     * @param typing false to show everything as fast as it goes
     * @param dialogues how many there will be
     */
    DemoView(Console console, Time time, boolean typing, int dialogues) {
        this.console = console;
        this.time = time;
        this.typing = typing;
        this.dialogues = dialogues;
    }

    /** Says what there will be to see. */
    void open() {
        console.line("The dialogues of the e-mail application note, on a modem and a mail server in this process.");
        console.line(console.dim("> is what the host types, < what the modem answers."));
    }

    /** How many lines have come as expected. */
    int lines() {
        return lines;
    }

    @Override
    public void begins(Transcript transcript) {
        console.line("");
        console.line(console.dim(++begun + "/" + dialogues) + " " + console.bold(transcript.title()));
    }

    @Override
    public void remark(String text) {
        console.line("    " + console.dim("# " + text));
    }

    @Override
    public void reached(Step step) {
        if (!(step.act() instanceof Act.Send)) {
            return;
        }
        if (!typing) {
            console.line("    " + console.bold(step.source()));
            return;
        }
        console.part("    ");
        for (char key : step.source().toCharArray()) {
            console.part(console.bold(Character.toString(key)));
            pass(PER_KEY);
        }
        console.line("");
        pass(PER_LINE);
    }

    @Override
    public void came(Step step, String text) {
        lines++;
        console.line("    " + console.good("< " + text));
    }

    private void pass(Duration duration) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        time.after(duration, () -> over.complete(null));
        over.join();
    }
}
