package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that send a little now and then, so as never to be silent for thirty seconds, and never say anything. */
class SlowServerTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final AtomicInteger pauses = new AtomicInteger();

    @RegisterExtension
    final MailBench bench = MailBench.of(blueprint -> blueprint.time(time), server -> server.time(new CountingTime()));

    /** The same time, which knows how often the server has begun to pause. */
    private final class CountingTime implements Time {
        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            Timer timer = time.after(delay, task);
            if (delay.equals(PAUSE)) {
                pauses.incrementAndGet();
            }
            return timer;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Occasion.GREETING, "EHLO", "MAIL", "RCPT", "DATA", Occasion.END_OF_DATA})
    void smtpByteByByte(String verb) throws InterruptedException {
        bench.conduct(Script.of().on(SMTP, verb).drip(1, PAUSE));
        smtpFails();
    }

    /** One line of a reply is no reaction yet. */
    @Test
    void smtpLineByLine() throws InterruptedException {
        bench.conduct(Script.of().on(SMTP, "EHLO").drip(24, PAUSE));
        smtpFails();
    }

    private void smtpFails() throws InterruptedException {
        bench.writeMail();
        bench.dte().send("AT+SMTPSEND\r");
        pass(SMTP);
        assertThat(bench.dte().await("ERROR\r\n")).endsWith("\r\n+SMTP: SERVER ERROR\r\n");
        assertTimedOut();
    }

    @ParameterizedTest
    @ValueSource(strings = {Occasion.GREETING, "USER", "PASS", "STAT"})
    void pop3ByteByByte(String verb) throws InterruptedException {
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110");
        bench.conduct(Script.of().on(POP3, verb).drip(1, PAUSE));
        bench.dte().send("AT+POP3IN\r");
        pass(POP3);
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+POP3: SERVER ERROR\r\n\r\nERROR\r\n");
        assertTimedOut();
    }

    @Test
    void aMailByteByByte() throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        bench.conduct(Script.of().on(POP3, "RETR").drip(1, PAUSE));
        bench.ok("AT+POP3GET=1");
        pass(POP3);
        assertThat(bench.dte().awaitLine()).isEqualTo("\r\n+POP3: SERVER ERROR\r\n");
        assertTimedOut();
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
    }

    /** Lets thirty seconds pass from the moment at which the first bytes of a reply have come. */
    private void pass(Protocol protocol) throws InterruptedException {
        awaitPause(1);
        for (int pause = 2; pause <= 3; pause++) {
            int heard = bench.watch().heard(protocol + " 1<").length();
            time.advance(PAUSE);
            awaitPause(pause);
            bench.watch().await(protocol + " 1<", all -> all.length() > heard);
            bench.watch().awaitWaiting();
        }
        assertThat(bench.outcomes()).allMatch(MailOutcome::success);
        time.advance(PAUSE);
    }

    private void awaitPause(int number) {
        long end = System.nanoTime() + MailBench.PATIENCE.toNanos();
        while (pauses.get() < number) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.onSpinWait();
        }
        bench.watch().awaitWaiting();
    }

    private void assertTimedOut() {
        assertThat(bench.lastOutcome().took()).isEqualTo(Duration.ofSeconds(30));
        assertThat(bench.lastOutcome().cause()).endsWith(" within 30 s");
    }
}
