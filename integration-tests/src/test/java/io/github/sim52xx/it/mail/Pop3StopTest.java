package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Drive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** +POP3STOP, a restart and a terminal that hangs up, at every moment of a session (manual 20.2.9). */
class Pop3StopTest {

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @EnumSource(Pop3Moment.class)
    void stoppedFromAnotherTerminal(Pop3Moment moment) throws InterruptedException {
        hold(moment, new Stall());
        Dte other = bench.terminal();
        assertThat(other.exact("AT+POP3STOP")).isEqualTo("\r\nOK\r\n");
        if (moment.isFetch()) {
            assertThat(bench.dte().awaitResult()).isEqualTo("\r\nOK\r\n");
            assertThat(bench.dte().awaitLine()).isEqualTo("\r\n+POP3: FAILURE\r\n");
        } else {
            assertThat(bench.dte().awaitResult()).isEqualTo("\r\nERROR\r\n");
        }
        assertNothingIsLeft();
        assertThat(other.taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 150, 700, 1400})
    void aMailStoppedInTheMiddle(long bytes) throws InterruptedException {
        hold(Pop3Moment.RETR, new Stall(bytes));
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\nOK\r\n");
        bench.dte().send("AT+POP3STOP\r");
        assertThat(bench.dte().awaitResult() + bench.dte().taken())
                .isIn("\r\nOK\r\n\r\n+POP3: FAILURE\r\n", "\r\n+POP3: FAILURE\r\n\r\nOK\r\n");
        assertNothingIsLeft();
    }

    /** Whichever comes first: the report and the directory agree. */
    @Test
    void stoppedWhenTheMailHasJustCome() throws InterruptedException {
        for (int round = 0; round < 100; round++) {
            Stall stall = new Stall();
            hold(Pop3Moment.RETR, stall);
            bench.dte().awaitResult();
            int before = bench.mailDirectories(Drive.C).size();
            Dte other = bench.terminal();
            stall.release();
            other.ok("AT+POP3STOP");
            String report = bench.dte().awaitLine();
            bench.watch().awaitIdle();
            bench.onModem(modem -> null);
            int saved = bench.mailDirectories(Drive.C).size() - before;
            assertThat(saved).as(report).isEqualTo(report.contains("SUCCESS") ? 1 : 0);
            bench.dte().taken();
            other.hangUp();
            bench.conduct(Conduct.CORRECT);
        }
    }

    @Test
    void onTheSameTerminalItWaitsForTheAnswer() throws InterruptedException {
        Stall stall = new Stall();
        hold(Pop3Moment.NUM, stall);
        bench.dte().send("AT+POP3STOP\r");
        assertThat(bench.dte().taken()).isEmpty();
        stall.release();
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+POP3: 1, " + size() + "\r\n\r\nOK\r\n");
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\nOK\r\n");
        bench.error("AT+POP3STOP");
    }

    @Test
    void markedMailsStay() throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        assertThat(bench.line("AT+POP3DEL=1")).containsExactly("+POP3: SUCCESS", "OK");
        bench.ok("AT+POP3STOP");
        assertThat(bench.session(POP3).awaitEnd(MailBench.PATIENCE)).isTrue();
        assertThat(bench.session(POP3).commands()).doesNotContain("QUIT");
        bench.logIn();
        assertThat(bench.line("AT+POP3NUM")).containsExactly("+POP3: 1, 134", "OK");
        bench.fetch("1");
    }

    @ParameterizedTest
    @EnumSource(Pop3Moment.class)
    void aRestart(Pop3Moment moment) throws InterruptedException {
        hold(moment, new Stall());
        bench.restart(bench.terminal());
        bench.watch().awaitIdle();
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Pop3Moment.class)
    void theModemGoesAway(Pop3Moment moment) throws InterruptedException {
        hold(moment, new Stall());
        bench.modem().close();
        bench.watch().awaitIdle();
        assertThat(bench.session(POP3).awaitEnd(MailBench.PATIENCE)).isTrue();
        assertThat(bench.server().mailbox().messages()).hasSize(1);
    }

    @Test
    void aTerminalThatHangsUpStopsNothing() throws InterruptedException {
        Stall stall = new Stall();
        Dte other = bench.terminal();
        hold(Pop3Moment.RETR, stall);
        bench.dte().hangUp();
        stall.release();
        assertThat(other.await("TXT\r\n")).contains("+POP3: SUCCESS\r\nC:/Email/100202110457/, EMAIL000.TXT");
        assertThat(other.line("AT+POP3IN?")).contains("+POP3IN: \"pop3.server.com\"");
    }

    private void hold(Pop3Moment moment, Stall stall) throws InterruptedException {
        if (bench.server().mailbox().messages().isEmpty()) {
            bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file("a.bin", new byte[1000])));
        }
        moment.prepare(bench);
        bench.conduct(moment.on().perform(stall));
        bench.dte().send(moment.command() + "\r");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
    }

    private long size() {
        return bench.server().mailbox().messages().get(0).size();
    }

    private void assertNothingIsLeft() throws InterruptedException {
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        bench.error("AT+POP3STOP", "AT+POP3READ");
        assertThat(bench.session(POP3).awaitEnd(MailBench.PATIENCE)).isTrue();
        bench.watch().awaitIdle();
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
        bench.conduct(Conduct.CORRECT);
        assertThat(bench.server().mailbox().messages()).hasSize(1);
        bench.logIn();
        bench.fetch("1");
        assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
    }
}
