package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.Radio.Registration;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.fault.DropAfter;
import io.github.sim52xx.net.fault.Fault;
import io.github.sim52xx.net.fault.NameFailure;
import io.github.sim52xx.net.fault.Refuse;
import io.github.sim52xx.net.fault.Reset;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails over a bearer with faults, and onto a card with faults. */
class BearerFaultTest {

    private static final List<String> NETWORK_ERROR = List.of("+SMTP: NETWORK ERROR", "ERROR");

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @Test
    void connectionsAreRefused() {
        bench.writeMail();
        put(new Refuse());
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(NETWORK_ERROR);
        clear();
        bench.sendMail();
    }

    @Test
    void theNameServerKnowsNothing() {
        bench.writeMail();
        put(new NameFailure(false));
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(NETWORK_ERROR);
        assertThat(bench.lastOutcome().cause()).isEqualTo("unknown host smtp.server.com");
        clear();
        bench.sendMail();
    }

    @Test
    void theNameServerDoesNotAnswer() throws InterruptedException {
        bench.writeMail();
        put(new NameFailure(true));
        bench.dte().send("AT+SMTPSEND\r");
        bench.watch().awaitHeldUp();
        bench.time().advance(NameFailure.PATIENCE);
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTP: NETWORK ERROR\r\n\r\nERROR\r\n");
        assertThat(bench.lastOutcome().took()).isEqualTo(NameFailure.PATIENCE);
    }

    @Test
    void nothingGetsThrough() throws InterruptedException {
        bench.writeMail();
        put(new io.github.sim52xx.net.fault.Stall());
        bench.dte().send("AT+SMTPSEND\r");
        bench.watch().awaitHeldUp();
        bench.time().advance(Duration.ofSeconds(30));
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTP: NETWORK ERROR\r\n\r\nERROR\r\n");
        assertThat(bench.server().transcripts()).isEmpty();
    }

    @Test
    void theWayStallsInTheMiddleOfAMail() throws InterruptedException {
        Stall held = new Stall();
        bench.conduct(Script.of().on(SMTP, "DATA").perform(held));
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        assertThat(held.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.watch().awaitWaiting();
        put(new io.github.sim52xx.net.fault.Stall());
        bench.time().advance(Duration.ofSeconds(30));
        assertThat(bench.dte().await("ERROR\r\n")).isEqualTo("\r\n+SMTP: SERVER ERROR\r\n");
    }

    @Test
    void theConnectionBreaksInTheMiddleOfAMail() {
        bench.put("C:/big.bin", new byte[1 << 20]);
        bench.ok("AT+SMTPFILE=1,\"big.bin\"");
        bench.writeMail();
        put(new DropAfter(100_000));
        assertThat(bench.line("AT+SMTPSEND")).containsExactly("+SMTP: OK", "OK");
        assertThat(bench.dte().await("ERROR\r\n")).isEqualTo("\r\n+SMTP: SERVER ERROR\r\n");
        assertThat(bench.server().mailbox().messages()).isEmpty();
        clear();
        bench.sendMail();
    }

    @Test
    void theNetworkInterruptsTheBearer() throws InterruptedException {
        Stall held = new Stall();
        bench.conduct(Script.of().on(SMTP, "DATA").perform(held));
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        assertThat(held.awaitHeld(MailBench.PATIENCE)).isTrue();
        bearer(bearer -> bearer.interrupt(true));
        assertThat(bench.dte().await("ERROR\r\n")).isEqualTo("\r\n+SMTP: NETWORK ERROR\r\n");
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(NETWORK_ERROR);
    }

    @Test
    void aResetEndsTheSessionOfAFetch() throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        Stall held = new Stall();
        bench.conduct(Script.of().on(POP3, "RETR").perform(held));
        bench.logIn();
        bench.ok("AT+POP3GET=1");
        assertThat(held.awaitHeld(MailBench.PATIENCE)).isTrue();
        put(new Reset());
        assertThat(bench.dte().await("ERROR\r\n")).isEqualTo("\r\n+POP3: SERVER ERROR\r\n");
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
    }

    @Test
    void aCardThatIsFullOrProtectedTakesNoMail() {
        bench.ok("AT+FSLOCA=1");
        bench.deliver(Mails.plain("one"));
        for (boolean full : new boolean[] {true, false}) {
            bench.storage().volume(Drive.D).setFull(full);
            bench.storage().volume(Drive.D).setReadOnly(!full);
            bench.logIn();
            bench.ok("AT+POP3GET=1");
            assertThat(bench.dte().awaitLine()).isEqualTo("\r\n+POP3: FILE SYSTEM ERROR\r\n");
            assertThat(bench.mailDirectories(Drive.D)).isEmpty();
        }
        bench.storage().volume(Drive.D).setReadOnly(false);
        bench.logIn();
        assertThat(bench.fetch("1")).startsWith("D:/Email/");
    }

    @Test
    void theSignalIsLostAndTheMailGoesOutWhenItIsBack() {
        bench.writeMail();
        bench.onModem(modem -> {
            modem.radio().answer(Registration.SEARCHING);
            return null;
        });
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(NETWORK_ERROR);
        bench.onModem(modem -> {
            modem.radio().answer(Registration.ROAMING);
            return null;
        });
        bench.time().advance(Duration.ofSeconds(1));
        bench.sendMail();
    }

    private void put(Fault fault) {
        bearer(bearer -> bearer.faults().put(fault));
    }

    private void clear() {
        bearer(bearer -> bearer.faults().clear());
    }

    private void bearer(Consumer<Bearer> change) {
        bench.onModem(modem -> {
            change.accept(modem.part(Bearer.class));
            return null;
        });
    }
}
