package io.github.sim52xx.cli.dte;

import java.util.List;

/**
 * The answer to one command line.
 *
 * @param lines the information text, without the empty lines around it
 * @param end a {@link Saying.Result}, or a {@link Saying.Prompt} if the DCE wants data first
 */
public record Answer(List<String> lines, Saying end) {

    public Answer {
        lines = List.copyOf(lines);
    }

    public boolean isGood() {
        return end instanceof Saying.Result result && result.isGood();
    }

    public boolean isPrompt() {
        return end instanceof Saying.Prompt;
    }
}
