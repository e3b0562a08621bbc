package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Occasion;
import java.util.Locale;

/** An occasion on which the server misbehaves. */
public record Upset(Occasion occasion, Action action) {

    /** One line: {@code smtp 3 RCPT: says "550 No such user"}. */
    public String describe() {
        String name = switch (occasion.verb()) {
            case Occasion.GREETING -> "greeting";
            case Occasion.END_OF_DATA -> "end of the mail";
            case Occasion.CHALLENGED -> "answer to 334";
            case Occasion.UNKNOWN -> "what is no command";
            default -> occasion.verb();
        };
        return occasion.protocol().name().toLowerCase(Locale.ROOT) + " " + occasion.session() + " " + name + ": "
                + action.describe();
    }
}
