package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every verb and everything that a server may do instead of obeying: which code that gives, and when, and that the
 * client is ready for the next mail (manual 20.1.9, application note 1).
 */
class SmtpMisbehaviourTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    /** The moments of a session, what the outcome calls them, and how often the verb has come by then. */
    private enum Moment {
        GREETING(Occasion.GREETING, "the connection", 1),
        EHLO("EHLO", "EHLO", 1),
        AUTH("AUTH", "AUTH", 1),
        USER(Occasion.CHALLENGED, "AUTH", 1),
        PASSWORD(Occasion.CHALLENGED, "AUTH", 2),
        MAIL("MAIL", "MAIL", 1),
        RCPT("RCPT", "RCPT", 2),
        DATA("DATA", "DATA", 1),
        END(Occasion.END_OF_DATA, "the end of the mail", 1),
        QUIT("QUIT", "the end of the mail", 1);

        private final String verb;
        private final String name;
        private final int nth;

        Moment(String verb, String name, int nth) {
            this.verb = verb;
            this.name = name;
            this.nth = nth;
        }
    }

    /** What the server does, and what the modem has to take it for unless the moment says otherwise. */
    private enum Fault {
        TRANSIENT("451 4.3.0 Try again", "SERVER ERROR"),
        PERMANENT("550 5.1.1 No", "SERVER ERROR"),
        SEVERAL_LINES("554-5.7.1 No,", "SERVER ERROR"),
        GOING("421 4.3.2 Shutting down", "SERVER ERROR"),
        LOGIN_WANTED("530 5.7.0 Authentication required", "AUTH REQUIRED"),
        LOGIN_REFUSED("535 5.7.8 Credentials invalid", "AUTH ERROR"),
        WRONG_CODE("150 What?", "SERVER ERROR"),
        NO_CODE("What?", "SERVER ERROR"),
        TWO_DIGITS("25 OK", "SERVER ERROR"),
        FOUR_DIGITS("2500 OK", "SERVER ERROR"),
        EMPTY_LINE("", "SERVER ERROR"),
        CLOSE(null, "SERVER ERROR"),
        HALF_A_LINE_AND_CLOSE(null, "SERVER ERROR"),
        HALF_A_LINE(null, "SERVER ERROR"),
        SILENCE(null, "SERVER ERROR");

        private final String reply;
        private final String code;

        Fault(String reply, String code) {
            this.reply = reply;
            this.code = code;
        }

        private boolean isRefusal() {
            return this == TRANSIENT || this == PERMANENT || this == SEVERAL_LINES;
        }
    }

    private record Case(Moment moment, Fault fault) {

        String expected() {
            if (moment == Moment.QUIT) {
                return "+SMTP: SUCCESS";
            }
            boolean badRecipient = moment == Moment.RCPT && fault.isRefusal();
            return "+SMTP: " + (badRecipient ? "BAD RCPT jane@server.com" : fault.code);
        }

        Conduct conduct() {
            Script.When when = Script.of().on(SMTP, moment.verb).nth(moment.nth);
            return switch (fault) {
                case CLOSE -> when.close();
                case HALF_A_LINE_AND_CLOSE ->
                    moment == Moment.DATA ? when.close() : when.perform(new Action.CutAfter(6));
                case HALF_A_LINE -> when.garbage("250 O".getBytes());
                case SEVERAL_LINES -> when.reply(fault.reply, "554 never");
                default -> when.reply(fault.reply);
            };
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            for (Fault fault : Fault.values()) {
                cases.add(new Case(moment, fault));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCodeForIt(Case one) throws InterruptedException {
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"", "AT+SMTPRCPT=1,0,\"jane@server.com\"", "AT+SMTPSUB=\"kept\"");
        misbehave(one);
        String answer = one.moment == Moment.GREETING ? one.expected() + "\r\n\r\nERROR" : "+SMTP: OK\r\n\r\nOK";
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n" + answer + "\r\n");
        if (one.moment != Moment.GREETING) {
            assertThat(bench.dte().await(one.expected() + "\r\n")).isEqualTo("\r\n" + one.expected() + "\r\n");
        }
        assertThat(bench.lastOutcome().code()).isEqualTo(one.expected());
        assertThat(bench.lastOutcome().cause()).contains(one.moment.name);
        assertReadyForTheNextMail(one.moment == Moment.QUIT);
    }

    /** Sends the mail and lets time pass if that is what it takes. */
    private void misbehave(Case one) throws InterruptedException {
        boolean silent = one.fault == Fault.SILENCE;
        Stall stall = new Stall();
        bench.conduct(
                silent
                        ? Script.of()
                                .on(SMTP, one.moment.verb)
                                .nth(one.moment.nth)
                                .perform(stall)
                        : one.conduct());
        bench.dte().send("AT+SMTPSEND\r");
        if (silent) {
            assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        } else if (one.fault == Fault.HALF_A_LINE) {
            bench.watch().await("SMTP 1<", heard -> heard.endsWith("250 O"));
        } else {
            return;
        }
        bench.watch().awaitWaiting();
        bench.time().advance(PATIENCE);
    }

    private void assertReadyForTheNextMail(boolean sent) {
        assertThat(bench.line("AT+SMTPSEND?")).containsExactly("+SMTPSEND: 0", "OK");
        assertThat(bench.line("AT+SMTPSUB?")).contains("+SMTPSUB: \"" + (sent ? "" : "kept") + "\"");
        bench.conduct(Conduct.CORRECT);
        int before = bench.server().mailbox().messages().size();
        bench.writeMail();
        bench.sendMail();
        assertThat(bench.server().mailbox().messages()).hasSize(before + 1);
        bench.error("AT+SMTPSTOP");
    }
}
