package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.mail.Action;
import java.util.Random;

/** One rule of a script: when, and what is done then. */
record ScriptLine(Trigger trigger, Draw draw) {

    /** Makes an action; whatever is random in it is drawn, the same for a generator in the same state. */
    interface Draw {
        Action action(Random random);
    }
}
