package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thirty seconds for each reaction of the server, to the millisecond of modem time (application note 1). */
class SmtpTimerTest {

    private static final Duration ALMOST = Duration.ofMillis(29_999);
    private static final Duration LAST = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A session that ends because of time would have ended by then. */
    private static final Duration MOMENT = Duration.ofMillis(30);

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "MAIL", "DATA", Occasion.END_OF_DATA})
    void aServerThatFallsSilent(String verb) throws InterruptedException {
        send(verb, new Stall());
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTP: OK\r\n\r\nOK\r\n");
        bench.time().advance(ALMOST);
        assertStillSending();
        bench.time().advance(LAST);
        assertThat(bench.dte().await("ERROR\r\n")).isEqualTo("\r\n+SMTP: SERVER ERROR\r\n");
        assertThat(bench.lastOutcome().took()).isEqualTo(Duration.ofSeconds(30));
        assertThat(bench.lastOutcome().cause()).startsWith("no reply to ").endsWith(" within 30 s");
    }

    @Test
    void aServerThatDoesNotGreet() throws InterruptedException {
        send(Occasion.GREETING, new Stall());
        bench.time().advance(ALMOST);
        assertThat(bench.dte().taken()).isEmpty();
        assertThat(bench.terminal().line("AT+SMTPSEND?")).containsExactly("+SMTPSEND: 1", "OK");
        bench.time().advance(LAST);
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTP: SERVER ERROR\r\n\r\nERROR\r\n");
        assertThat(bench.lastOutcome().took()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aHostThatDoesNotAnswer() throws Exception {
        try (Ports.Silent nobody = new Ports.Silent()) {
            assumeTrue(nobody.isSilent(), "this system answers for programs that do not");
            bench.writeMail();
            bench.ok("AT+SMTPSRV=\"127.0.0.1\"," + nobody.port());
            bench.dte().send("AT+SMTPSEND\r");
            bench.watch().awaitConnecting();
            bench.time().advance(ALMOST);
            assertThat(bench.dte().taken()).isEmpty();
            bench.time().advance(LAST);
            assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTP: NETWORK ERROR\r\n\r\nERROR\r\n");
            assertThat(bench.lastOutcome().cause())
                    .isEqualTo("no answer from 127.0.0.1:" + nobody.port() + " within 30 s");
        }
    }

    @Test
    void aServerThatStopsReading() throws InterruptedException {
        bench.put("C:/big.bin", new byte[10 << 20]);
        bench.ok("AT+SMTPFILE=1,\"big.bin\"");
        Stall stall = new Stall(1000);
        bench.conduct(Script.of().on(SMTP, "DATA").perform(stall));
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        // The system's buffers take a few megabytes yet.
        // The report goes to the first terminal, so another one asks.
        Dte asking = bench.terminal();
        while (asking.line("AT+SMTPSEND?").contains("+SMTPSEND: 1")) {
            bench.time().advance(PATIENCE);
        }
        assertThat(bench.dte().await("ERROR\r\n")).isEqualTo("\r\n+SMTP: SERVER ERROR\r\n");
        assertThat(bench.server().mailbox().messages()).isEmpty();
        assertThat(bench.line("AT+SMTPFILE?")).contains("+SMTPFILE: 1, \"C:/big.bin\"");
    }

    @Test
    void everyReactionHasThirtySecondsOfItsOwn() throws InterruptedException {
        Stall[] stalls = {new Stall(), new Stall(), new Stall(), new Stall()};
        bench.conduct(Script.of()
                .on(SMTP, Occasion.GREETING)
                .perform(stalls[0])
                .on(SMTP, "MAIL")
                .perform(stalls[1])
                .on(SMTP, "DATA")
                .perform(stalls[2])
                .on(SMTP, Occasion.END_OF_DATA)
                .perform(stalls[3]));
        bench.writeMail();
        bench.dte().send("AT+SMTPSEND\r");
        for (Stall stall : stalls) {
            assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
            bench.watch().awaitWaiting();
            bench.time().advance(ALMOST);
            stall.release();
        }
        bench.dte().await("+SMTP: SUCCESS\r\n");
        assertThat(bench.lastOutcome().took()).isEqualTo(ALMOST.multipliedBy(4));
    }

    @Test
    void halfALineIsNoReaction() throws InterruptedException {
        Gate gate = new Gate(SMTP, "MAIL", new Action.Garbage("250 2.1".getBytes()));
        bench.conduct(gate);
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        gate.awaitHeld();
        bench.watch().awaitWaiting();
        bench.time().advance(Duration.ofSeconds(20));
        gate.release();
        bench.watch().await("SMTP 1<", heard -> heard.endsWith("250 2.1"));
        bench.watch().awaitWaiting();
        bench.time().advance(Duration.ofSeconds(10));
        bench.dte().await("+SMTP: SERVER ERROR\r\n");
    }

    @Test
    void aServerThatKeepsTheModemWaitingAtQuitHasTheMail() throws InterruptedException {
        send("QUIT", new Stall());
        bench.dte().awaitResult();
        bench.time().advance(ALMOST);
        assertStillSending();
        bench.time().advance(LAST);
        bench.dte().await("+SMTP: SUCCESS\r\n");
    }

    @Test
    void afterTheMailTheTimerRests() {
        bench.writeMail();
        bench.sendMail();
        bench.time().advance(Duration.ofHours(1));
        assertThat(bench.dte().taken()).isEmpty();
        assertThat(bench.outcomes()).hasSize(1);
    }

    private void send(String verb, Stall stall) throws InterruptedException {
        bench.conduct(Script.of().on(SMTP, verb).perform(stall));
        bench.writeMail();
        bench.dte().send("AT+SMTPSEND\r");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.watch().awaitWaiting();
    }

    private void assertStillSending() throws InterruptedException {
        assertThat(bench.session(SMTP).awaitEnd(MOMENT))
                .as("the session is over")
                .isFalse();
        assertThat(bench.exact("AT+SMTPSEND?")).isEqualTo("\r\n+SMTPSEND: 1\r\n\r\nOK\r\n");
    }
}
