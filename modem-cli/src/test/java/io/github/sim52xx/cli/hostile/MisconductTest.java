package io.github.sim52xx.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a script's lines apply, and that a seed decides everything random. */
class MisconductTest {

    private final List<Upset> upsets = new ArrayList<>();

    @Test
    void theFirstLineThatMatchesCounts() {
        Misconduct conduct = conduct(1, """
                rules:
                  - {on: smtp RCPT, nth: 2, reply: second}
                  - {on: smtp RCPT, nth-ever: 5, reply: fifth}
                  - {on: smtp RCPT, after: 10s, reply: late}
                  - {on: smtp *, reply: any}
                """);
        assertThat(said(conduct, "RCPT", 2, 5, 0)).isEqualTo("second");
        assertThat(said(conduct, "RCPT", 1, 5, 99)).isEqualTo("fifth");
        assertThat(said(conduct, "RCPT", 1, 1, 10)).isEqualTo("late");
        assertThat(said(conduct, "RCPT", 1, 1, 9)).isEqualTo("any");
        assertThat(said(conduct, Occasion.GREETING, 1, 1, 0)).isEqualTo("any");
        assertThat(conduct.at(new Occasion(Protocol.POP3, "STAT", "", 1, 1))).isSameAs(Action.PROCEED);
        assertThat(upsets).hasSize(5).last().extracting(Upset::describe).isEqualTo("smtp 3 greeting: says \"any\"");
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherOneDoesNot() {
        String script = """
                rules:
                  - {on: pop3 STAT, garbage: 1..1000}
                  - {on: pop3 LIST, reply: "+OK {random} {random}"}
                  - {on: pop3 RETR, cut: 0..1M}
                  - {on: pop3 TOP, delay: 1ms..1m}
                  - {on: pop3 UIDL, lie: {id: "{random}"}}
                """;
        assertThat(all(conduct(1, script))).isEqualTo(all(conduct(1, script))).doesNotHaveDuplicates();
        assertThat(all(conduct(1, script))).doesNotContainAnyElementsOf(all(conduct(2, script)));
    }

    @Test
    void randomLengthsStayWithinTheirLimits() {
        Misconduct conduct = conduct(3, "rules: [{on: pop3 STAT, garbage: 2..4}]");
        List<Integer> lengths = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            Action.Garbage garbage = (Action.Garbage) conduct.at(new Occasion(Protocol.POP3, "STAT", "", 1, i));
            lengths.add(garbage.bytes().length);
        }
        assertThat(lengths).contains(2, 3, 4).allMatch(length -> length >= 2 && length <= 4);
    }

    @Test
    void aChanceIsTakenThatOften() {
        Misconduct conduct = conduct(1, "rules: [{on: smtp *, chance: 0.25, close: true}]");
        int closed = 0;
        for (int i = 1; i <= 4000; i++) {
            closed += conduct.at(new Occasion(Protocol.SMTP, "NOOP", "", 1, i)) == Action.PROCEED ? 0 : 1;
        }
        assertThat(closed).isBetween(900, 1100);
        assertThat(upsets).hasSize(closed);
    }

    private Misconduct conduct(long seed, String yaml) {
        return new Misconduct(ScriptFile.parse("test", yaml, null).lines(), seed, upsets::add);
    }

    private static String said(Misconduct conduct, String verb, int nth, int nthEver, int age) {
        Occasion occasion = new Occasion(Protocol.SMTP, verb, "", nth, nthEver, 3, Duration.ofSeconds(age));
        return ((Action.Reply) conduct.at(occasion)).lines().get(0);
    }

    /** Everything that is random, three times each. */
    private static List<String> all(Misconduct conduct) {
        List<String> all = new ArrayList<>();
        for (String verb : List.of("STAT", "LIST", "RETR", "TOP", "UIDL")) {
            for (int i = 1; i <= 3; i++) {
                Action action = conduct.at(new Occasion(Protocol.POP3, verb, "", 1, i));
                all.add(
                        action instanceof Action.Garbage garbage
                                ? new String(garbage.bytes(), StandardCharsets.ISO_8859_1)
                                : action.toString());
            }
        }
        return all;
    }
}
