package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Audience;
import io.github.sim52xx.cli.transcript.Step;
import io.github.sim52xx.cli.transcript.Step.Act;

/** Shows a dialogue as it goes: what the host types, what the modem answers. */
final class DialogueView implements Audience {

    private final Console console;

    DialogueView(Console console) {
        this.console = console;
    }

    @Override
    public void remark(String text) {
        console.line("    " + console.dim("# " + text));
    }

    @Override
    public void reached(Step step) {
        if (step.act() instanceof Act.Send
                || step.act() instanceof Act.Wait
                || step.act() instanceof Act.Intervene
                || step.act() instanceof Act.HangUp) {
            console.line("    " + console.bold(step.source()));
        }
    }

    @Override
    public void came(Step step, String text) {
        String sign = step.act() instanceof Act.Bytes ? "<! " : "< ";
        console.line("    " + console.good(terminal(step) + sign + text));
    }

    private static String terminal(Step step) {
        return step.terminal() == 1 ? "" : Integer.toString(step.terminal());
    }
}
