package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Occasion;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What a script makes of every occasion: the first line that matches counts. What is random depends on nothing but the
 * seed, the line and how often the verb has been heard, so that the same dialogue hears the same bytes. Thread-safe.
 */
final class Misconduct implements Conduct {

    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final List<ScriptLine> lines;
    private final long seed;
    private final Consumer<Upset> upsets;

    /** @param upsets told, on the session's thread, whenever the server is about to misbehave */
    Misconduct(List<ScriptLine> lines, long seed, Consumer<Upset> upsets) {
        this.lines = List.copyOf(lines);
        this.seed = seed;
        this.upsets = upsets;
    }

    @Override
    public Action at(Occasion occasion) {
        for (int i = 0; i < lines.size(); i++) {
            ScriptLine line = lines.get(i);
            Random random = new Random(seed ^ SPREAD * (31L * occasion.nthEver() + i));
            if (line.trigger().matches(occasion, random)) {
                Action action = line.draw().action(random);
                upsets.accept(new Upset(occasion, action));
                return action;
            }
        }
        return Action.PROCEED;
    }
}
