package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Drive;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thirty seconds for each reaction of the POP3 server, to the millisecond of modem time (application note 1). */
class Pop3TimerTest {

    private static final Duration ALMOST = Duration.ofMillis(29_999);
    private static final Duration LAST = Duration.ofMillis(1);
    /** A session that ends because of time would have ended by then. */
    private static final Duration MOMENT = Duration.ofMillis(30);

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @EnumSource(Pop3Moment.class)
    void aServerThatFallsSilent(Pop3Moment moment) throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        moment.prepare(bench);
        Stall stall = new Stall();
        bench.conduct(moment.on().perform(stall));
        bench.dte().send(moment.command() + "\r");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.watch().awaitWaiting();
        bench.time().advance(ALMOST);
        assertThat(bench.session(POP3).awaitEnd(MOMENT))
                .as("the session is over")
                .isFalse();
        bench.terminal().error("AT+POP3IN");
        bench.time().advance(LAST);
        assertThat(moment.awaitFailure(bench.dte())).isEqualTo(moment.failure("SERVER ERROR"));
        assertThat(bench.lastOutcome().took()).isEqualTo(Duration.ofSeconds(30));
        assertThat(bench.lastOutcome().cause()).isEqualTo(moment.shown() + ": no reply within 30 s");
    }

    @Test
    void aHostThatDoesNotAnswer() throws Exception {
        try (Ports.Silent nobody = new Ports.Silent()) {
            assumeTrue(nobody.isSilent(), "this system answers for programs that do not");
            bench.ok("AT+POP3SRV=\"127.0.0.1\",\"un\",\"pwd\"," + nobody.port());
            bench.dte().send("AT+POP3IN\r");
            bench.watch().awaitConnecting();
            bench.time().advance(ALMOST);
            assertThat(bench.dte().taken()).isEmpty();
            bench.time().advance(LAST);
            assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+POP3: NETWORK ERROR\r\n\r\nERROR\r\n");
        }
    }

    @Test
    void everyReactionHasThirtySecondsOfItsOwn() throws InterruptedException {
        Stall[] stalls = {new Stall(), new Stall(), new Stall(), new Stall()};
        bench.conduct(Script.of()
                .on(POP3, Occasion.GREETING)
                .perform(stalls[0])
                .on(POP3, "USER")
                .perform(stalls[1])
                .on(POP3, "PASS")
                .perform(stalls[2])
                .on(POP3, "STAT")
                .perform(stalls[3]));
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"");
        bench.dte().send("AT+POP3IN\r");
        for (Stall stall : stalls) {
            assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
            bench.watch().awaitWaiting();
            bench.time().advance(ALMOST);
            stall.release();
        }
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+POP3: SUCCESS\r\n\r\nOK\r\n");
        assertThat(bench.lastOutcome().took()).isEqualTo(ALMOST.multipliedBy(4));
    }

    @Test
    void halfALineIsNoReaction() {
        bench.logIn();
        Gate gate = new Gate(POP3, "STAT", new Action.Garbage("+OK 1".getBytes()));
        bench.conduct(gate);
        bench.dte().send("AT+POP3NUM\r");
        gate.awaitHeld();
        bench.watch().awaitWaiting();
        bench.time().advance(Duration.ofSeconds(20));
        gate.release();
        awaitHeard("+OK 1");
        bench.watch().awaitWaiting();
        bench.time().advance(Duration.ofSeconds(10));
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+POP3: SERVER ERROR\r\n\r\nERROR\r\n");
    }

    @Test
    void aMailThatComesInPiecesMayTakeLong() throws InterruptedException {
        bench.deliver(Mails.plain("line\n".repeat(40)));
        bench.logIn();
        Stall[] stalls = {new Stall(100), new Stall(200)};
        for (Stall stall : stalls) {
            bench.conduct(Script.of().on(POP3, "RETR").perform(stall));
            bench.ok("AT+POP3GET=1");
            assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
            bench.watch().awaitWaiting();
            bench.time().advance(ALMOST);
            stall.release();
            bench.dte().await("TXT\r\n");
        }
    }

    @Test
    void aMailThatStopsInTheMiddle() throws InterruptedException {
        bench.deliver(Mails.plain("line\n".repeat(40)));
        bench.logIn();
        Stall stall = new Stall(200);
        bench.conduct(Script.of().on(POP3, "RETR").perform(stall));
        int before = bench.watch().heard("POP3 1<").length();
        bench.ok("AT+POP3GET=1");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.watch().await("POP3 1<", heard -> heard.length() > before + 200);
        bench.watch().awaitWaiting();
        bench.time().advance(Duration.ofSeconds(30));
        assertThat(bench.dte().awaitLine()).isEqualTo("\r\n+POP3: SERVER ERROR\r\n");
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
    }

    @Test
    void betweenCommandsTheTimerRests() {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        bench.time().advance(Duration.ofHours(1));
        assertThat(bench.line("AT+POP3NUM")).containsExactly("+POP3: 1, 134", "OK");
        bench.time().advance(Duration.ofHours(1));
        bench.fetch("1");
        bench.time().advance(Duration.ofHours(1));
        assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
    }

    private void awaitHeard(String end) {
        try {
            bench.watch().await("POP3 1<", heard -> heard.endsWith(end));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
