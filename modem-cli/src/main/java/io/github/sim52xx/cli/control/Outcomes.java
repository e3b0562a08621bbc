package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Members;
import io.github.sim52xx.cli.world.Shape;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.modem.Time;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** How the last mail commands ended. Safe for use by any thread. */
public final class Outcomes {

    /** More are not kept; the oldest is forgotten. */
    public static final int MOST = 100;

    static final Members<MailOutcome> MEMBERS = Members.<MailOutcome>none()
            .with("command", Shape.TEXT, MailOutcome::command)
            .with("code", Shape.TEXT, MailOutcome::code)
            .with("success", Shape.TRUTH, MailOutcome::success)
            .with("cause", Shape.TEXT, MailOutcome::cause)
            .with("seconds", Shape.NUMBER, outcome -> outcome.took().toMillis() / 1000.0);

    private final Time time;
    private final Deque<Dated> last = new ArrayDeque<>();

    public Outcomes(Time time) {
        this.time = time;
    }

    /** One of them, and when it came about. */
    record Dated(Instant at, MailOutcome outcome) {}

    public synchronized void add(MailOutcome outcome) {
        if (last.size() == MOST) {
            last.removeFirst();
        }
        last.addLast(new Dated(time.now(), outcome));
    }

    /** What there is to say of one, as in the list of them. */
    public static Map<String, Object> fields(MailOutcome outcome) {
        return MEMBERS.plain(outcome);
    }

    /** Oldest first. */
    synchronized List<Dated> last() {
        return List.copyOf(last);
    }
}
