package io.github.sim52xx.cli.prompt;

import java.util.function.Predicate;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines typed so far. Those with secrets can be recalled, but no file keeps them. */
final class AtHistory extends DefaultHistory {

    private final Predicate<String> secret;

    AtHistory(Predicate<String> secret) {
        this.secret = secret;
    }

    @Override
    public boolean isPersistable(Entry entry) {
        return !secret.test(entry.line());
    }
}
