package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.modem.Profile;
import io.github.sim52xx.modem.SimCard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails for which the network is not there: no such name, nobody who listens, no service, no SIM. */
class SmtpNetworkTest {

    private static final List<String> NETWORK_ERROR = List.of("+SMTP: NETWORK ERROR", "ERROR");

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smtp.other.example | --map smtp.other.example:25=HOST:PORT",
                "198.51.100.7       | --allow-net 198.51.100.7:25",
                "nobody.example     | refuses the connection",
                "smtp.server.com.   | neither loopback nor mapped",
            })
    void serversThatCannotBeReached(String host, String cause) {
        bench.writeMail();
        bench.ok("AT+SMTPSRV=\"" + host.strip() + "\"");
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(NETWORK_ERROR);
        assertThat(bench.lastOutcome().cause()).contains(cause);
        bench.writeMail();
        bench.sendMail();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT+CFUN=0", "AT+CFUN=4", "AT+CGATT=0", "AT+COPS=2"})
    void withoutServiceBefore(String command) {
        bench.writeMail();
        bench.ok(command);
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(NETWORK_ERROR);
        assertThat(bench.server().transcripts()).isEmpty();
        bench.ok(
                command.startsWith("AT+CFUN")
                        ? "AT+CFUN=1"
                        : command.startsWith("AT+CGATT") ? "AT+CGATT=1" : "AT+COPS=0");
        bench.time().advance(Duration.ofSeconds(5));
        bench.sendMail();
    }

    @ParameterizedTest
    @CsvSource({"AT+CFUN=0, MAIL", "AT+CGATT=0, DATA", "AT+COPS=2, .", "AT+CFUN=4, AUTH"})
    void serviceLostUnderway(String command, String verb) throws InterruptedException {
        Stall stall = new Stall();
        bench.conduct(Script.of().on(SMTP, verb).perform(stall));
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        bench.line("AT+SMTPSEND");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.ok(command);
        assertThat(bench.dte().await("ERROR\r\n")).isEqualTo("\r\n+SMTP: NETWORK ERROR\r\n");
        assertThat(bench.line("AT+SMTPRCPT?")).hasSize(2);
        assertThat(bench.line("AT+SMTPSEND?")).containsExactly("+SMTPSEND: 0", "OK");
    }

    @Test
    void serviceLostBeforeTheGreeting() throws InterruptedException {
        Stall stall = new Stall();
        bench.conduct(Script.of().on(SMTP, Occasion.GREETING).perform(stall));
        bench.writeMail();
        bench.dte().send("AT+SMTPSEND\r");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.terminal().ok("AT+CFUN=0");
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTP: NETWORK ERROR\r\n\r\nERROR\r\n");
    }

    @Test
    void withoutASimNothingOfItWorks() {
        SimCard none = new SimCard(false, null, null, null, null, null, null, null, null, null);
        try (MailBench other =
                MailBench.of(blueprint -> blueprint.profile(new Profile(null, none, null, null, null, null)))) {
            other.error("AT+SMTPSRV?", "AT+SMTPSEND=?", "AT+SMTPSEND", "AT+POP3IN", "AT+POP3READ", "AT+SMTPSUB=\"x\"");
            other.ok("AT+CMEE=1");
            assertThat(other.line("AT+SMTPSEND")).containsExactly("+CME ERROR: 10");
            assertThat(other.line("AT+POP3IN")).containsExactly("+CME ERROR: 10");
        }
    }

    @Test
    void withThePinPendingNothingOfItWorks() {
        SimCard locked = new SimCard(true, true, "4711", null, null, null, null, null, null, null);
        try (MailBench other =
                MailBench.of(blueprint -> blueprint.profile(new Profile(null, locked, null, null, null, null)))) {
            other.ok("AT+CMEE=2");
            assertThat(other.line("AT+SMTPSRV=\"a.b\"")).containsExactly("+CME ERROR: SIM PIN required");
            other.ok("AT+CPIN=4711");
            other.time().advance(Duration.ofSeconds(5));
            other.dte().await("PB DONE\r\n");
            other.writeMail();
            other.sendMail();
        }
    }
}
