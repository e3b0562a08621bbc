package io.github.sim52xx.cli.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Conduct by rules, of which the first that matches counts; where none does the server behaves. Immutable.
 *
 * <pre>{@code
 * Script.of().on(SMTP, "RCPT").nth(1).reply("550 5.1.1 No such user")
 *            .on(POP3, "RETR").drip(100, Duration.ofMillis(10))
 * }</pre>
 */
public final class Script implements Conduct {

    private static final Script EMPTY = new Script(List.of());

    private final List<Rule> rules;

    public Script(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The script without rules. */
    public static Script of() {
        return EMPTY;
    }

    /** Begins a rule for a verb, or for one of the moments that {@link Occasion} names. */
    public When on(Protocol protocol, String verb) {
        return new When(protocol, verb, 0, 0);
    }

    @Override
    public Action at(Occasion occasion) {
        for (Rule rule : rules) {
            if (rule.matches(occasion)) {
                return rule.action();
            }
        }
        return Action.PROCEED;
    }

    private Script with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Script(more);
    }

    /** A rule without its action. Every method but the first two returns the script with the rule added. */
    public final class When {

        private final Protocol protocol;
        private final String verb;
        private final int nth;
        private final int nthEver;

        private When(Protocol protocol, String verb, int nth, int nthEver) {
            this.protocol = protocol;
            this.verb = verb;
            this.nth = nth;
            this.nthEver = nthEver;
        }

        /** Only at the {@code n}-th time in each session. */
        public When nth(int n) {
            return new When(protocol, verb, n, nthEver);
        }

        /** Only at the {@code n}-th time since the server's start. */
        public When nthEver(int n) {
            return new When(protocol, verb, nth, n);
        }

        public Script perform(Action action) {
            return with(new Rule(protocol, verb, nth, nthEver, action));
        }

        public Script reply(String... lines) {
            return perform(new Action.Reply(lines));
        }

        public Script earlyReply(String... lines) {
            return perform(new Action.EarlyReply(lines));
        }

        public Script garbage(byte[] bytes) {
            return perform(new Action.Garbage(bytes));
        }

        public Script endless(String line) {
            return perform(new Action.Endless(List.of(), line));
        }

        public Script close(String... lastLines) {
            return perform(new Action.Close(lastLines));
        }

        /** Stalls for ever; for a stall that can be released give one to {@link #perform}. */
        public Script stall() {
            return perform(new Stall());
        }

        public Script delay(Duration time) {
            return perform(new Action.Delay(time));
        }

        public Script cutAfter(long bytes) {
            return perform(new Action.CutAfter(bytes));
        }

        public Script drip(int bytes, Duration pause) {
            return perform(new Action.Drip(bytes, pause));
        }

        public Script lie(int messages, long octets) {
            return perform(new Action.Lie(messages, octets));
        }
    }
}
