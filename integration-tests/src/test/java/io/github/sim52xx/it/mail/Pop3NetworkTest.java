package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Drive;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POP3 when the network is not there, or goes: no such name, nobody who listens, no service, the bearer lost. */
class Pop3NetworkTest {

    private static final List<String> NETWORK_ERROR = List.of("+POP3: NETWORK ERROR", "ERROR");

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pop3.other.example | --map pop3.other.example:110=HOST:PORT",
                "198.51.100.7       | --allow-net 198.51.100.7:110",
                "nobody.example     | refuses the connection",
            })
    void serversThatCannotBeReached(String host, String cause) {
        bench.ok("AT+POP3SRV=\"" + host.strip() + "\",\"un\",\"pwd\"");
        assertThat(bench.exact("AT+POP3IN")).isEqualTo("\r\n+POP3: NETWORK ERROR\r\n\r\nERROR\r\n");
        assertThat(bench.lastOutcome().cause()).contains(cause);
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        bench.error("AT+POP3STOP");
        bench.logIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT+CFUN=0", "AT+CFUN=4", "AT+CGATT=0", "AT+COPS=2"})
    void withoutServiceBefore(String command) {
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"", command);
        assertThat(bench.line("AT+POP3IN")).isEqualTo(NETWORK_ERROR);
        assertThat(bench.server().transcripts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Pop3Moment.class)
    void serviceLostUnderway(Pop3Moment moment) throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        moment.prepare(bench);
        Stall stall = new Stall();
        bench.conduct(moment.on().perform(stall));
        bench.dte().send(moment.command() + "\r");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        Dte other = bench.terminal();
        other.ok("AT+CFUN=4");
        assertThat(moment.awaitFailure(bench.dte())).isEqualTo(moment.failure("NETWORK ERROR"));
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
        bench.conduct(Conduct.CORRECT);
        other.ok("AT+CFUN=1");
        bench.time().advance(Duration.ofSeconds(5));
        bench.dte().taken();
        bench.logIn();
        bench.fetch("1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Pop3Moment.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GREETING", "USER", "PASS", "STAT"})
    void serviceLostBetweenCommandsShowsAtTheNext(Pop3Moment moment) {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        bench.ok("AT+CGATT=0");
        bench.dte().send(moment.command() + "\r");
        assertThat(moment.awaitFailure(bench.dte())).isEqualTo(moment.failure("NETWORK ERROR"));
        bench.error("AT+POP3STOP");
    }

    @Test
    void aServerThatHasReleasedTheSession() {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        bench.server().close();
        assertThat(bench.line("AT+POP3NUM")).containsExactly("+POP3: SERVER ERROR", "ERROR");
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        assertThat(bench.line("AT+POP3IN")).isEqualTo(NETWORK_ERROR);
    }

    @Test
    void thoughTheSessionIsLostItsMailsAreKept() {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        assertThat(bench.line("AT+POP3DEL=1")).containsExactly("+POP3: SUCCESS", "OK");
        bench.ok("AT+CGATT=0");
        assertThat(bench.line("AT+POP3OUT")).isEqualTo(NETWORK_ERROR);
        assertThat(bench.server().mailbox().messages()).hasSize(1);
    }
}
