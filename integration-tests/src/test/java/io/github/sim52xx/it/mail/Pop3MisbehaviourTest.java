package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Drive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every verb and everything that a server may do instead of obeying: which code that gives, whether the session goes on,
 * and that nothing is left behind (manual 20.2.11, application note 1).
 */
class Pop3MisbehaviourTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    private enum Fault {
        REFUSED("-ERR [SYS/TEMP] no"),
        BARE_REFUSAL("-ERR"),
        WRONG_PROTOCOL("250 OK"),
        NO_STATUS("hello"),
        ALMOST("+ OK"),
        EMPTY_LINE(""),
        CLOSE(null),
        CUT(null),
        HALF_A_LINE(null),
        SILENCE(null);

        private final String reply;

        Fault(String reply) {
            this.reply = reply;
        }

        private boolean isRefusal() {
            return this == REFUSED || this == BARE_REFUSAL;
        }
    }

    private record Case(Pop3Moment moment, Fault fault) {

        String code() {
            if (!fault.isRefusal()) {
                return "SERVER ERROR";
            }
            return switch (moment) {
                case USER -> "INVALID UN";
                case PASS -> "INVALID UN/PWD";
                case RETR -> "FAILURE";
                default -> "SERVER ERROR";
            };
        }

        boolean keepsSession() {
            return fault.isRefusal() && !moment.isLogin() && moment != Pop3Moment.QUIT;
        }

        Script conduct(Stall stall) {
            Script.When when = moment.on();
            return switch (fault) {
                case CLOSE -> when.close();
                // Of a reply with several lines its text is cut: the dot at its end is missing.
                case CUT -> when.perform(new Action.CutAfter(moment.isMultiLine() ? 4 : 2));
                case HALF_A_LINE -> when.garbage("+O".getBytes());
                case SILENCE -> when.perform(stall);
                default -> when.reply(fault.reply);
            };
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Pop3Moment moment : Pop3Moment.values()) {
            for (Fault fault : Fault.values()) {
                cases.add(new Case(moment, fault));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCodeForIt(Case one) throws InterruptedException {
        bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file("a.bin", new byte[1000])));
        bench.deliver(Mails.plain("two"));
        one.moment.prepare(bench);
        Stall stall = new Stall();
        bench.conduct(one.conduct(stall));
        bench.dte().send(one.moment.command() + "\r");
        if (one.fault == Fault.SILENCE) {
            assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        } else if (one.fault == Fault.HALF_A_LINE) {
            bench.watch().await("POP3 1<", heard -> heard.endsWith("+O"));
        }
        if (one.fault == Fault.SILENCE || one.fault == Fault.HALF_A_LINE) {
            bench.watch().awaitWaiting();
            bench.time().advance(PATIENCE);
        }
        assertThat(one.moment.awaitFailure(bench.dte())).isEqualTo(one.moment.failure(one.code()));
        assertThat(bench.lastOutcome().code()).isEqualTo("+POP3: " + one.code());
        assertThat(bench.lastOutcome().cause()).contains(one.moment.shown());
        assertThat(bench.line("AT+POP3IN?"))
                .containsExactly(one.keepsSession() ? "+POP3IN: \"pop3.server.com\"" : "+POP3IN: NULL", "OK");
        assertNothingIsLeft(one);
    }

    private void assertNothingIsLeft(Case one) {
        bench.conduct(Conduct.CORRECT);
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
        bench.error("AT+POP3READ");
        if (one.keepsSession()) {
            assertThat(bench.line("AT+POP3LIST=2")).containsExactly("+POP3: 2, 134", "OK");
            assertThat(bench.line("AT+POP3DEL=2")).containsExactly("+POP3: SUCCESS", "OK");
            bench.ok("AT+POP3STOP");
        }
        bench.error("AT+POP3STOP", "AT+POP3NUM");
        bench.logIn();
        bench.fetch("1");
        assertThat(bench.server().mailbox().messages()).hasSize(2);
        assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
    }
}
