package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.Conflicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be used together, and what can: sending, fetching, the network, files (application note 5). */
class ConflictTest {

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @EnumSource(
            value = Conflicts.Service.class,
            names = {"TCPIP", "MMS", "GPS"})
    void whileOtherServicesAreInUseNothingIsSentOrFetched(Conflicts.Service service) {
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"");
        bench.writeMail();
        use(service, true);
        bench.error("AT+SMTPSEND", "AT+POP3IN");
        assertThat(bench.lastOutcome().cause()).isEqualTo("TCP/IP, MMS or GPS is in use");
        assertThat(bench.server().transcripts()).isEmpty();
        // What only configures works always.
        bench.writeMail();
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"", "AT+SMTPSUB=\"x\"");
        use(service, false);
        bench.sendMail();
        bench.logIn();
    }

    @Test
    void aPop3SessionKeepsTheOthersOutUntilItEnds() throws InterruptedException {
        assertFree(true);
        bench.logIn();
        assertFree(false);
        bench.line("AT+POP3OUT");
        assertFree(true);
        bench.logIn();
        bench.ok("AT+POP3STOP");
        assertFree(true);
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"wrong\"");
        bench.line("AT+POP3IN");
        assertFree(true);
        bench.logIn();
        bench.ok("AT+CGATT=0");
        bench.line("AT+POP3NUM");
        assertFree(true);
    }

    @Test
    void aMailBeingSentKeepsTheOthersOutUntilItEnds() throws InterruptedException {
        for (String end : new String[] {"AT+SMTPSTOP", "success"}) {
            Stall stall = new Stall();
            bench.conduct(Script.of().on(SMTP, "DATA").perform(stall));
            bench.writeMail();
            bench.line("AT+SMTPSEND");
            assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
            assertFree(false);
            stall.release();
            if (end.startsWith("AT")) {
                bench.line(end);
            } else {
                bench.dte().await("SUCCESS\r\n");
            }
            assertFree(true);
            bench.dte().taken();
        }
    }

    @Test
    void sendingInAPop3SessionAndFetchingWhileAMailIsSent() throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        bench.writeMail();
        bench.sendMail();
        Stall sending = new Stall();
        bench.conduct(Script.of().on(SMTP, Occasion.END_OF_DATA).perform(sending));
        bench.writeMail();
        bench.line("AT+SMTPSEND");
        assertThat(sending.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.fetch("1");
        assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
        sending.release();
        bench.dte().await("+SMTP: SUCCESS\r\n");
    }

    @Test
    void bothAtOnceReportEachItsOwn() throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        bench.writeMail();
        Stall sending = new Stall();
        Stall fetching = new Stall();
        bench.conduct(
                Script.of().on(SMTP, "MAIL").perform(sending).on(POP3, "RETR").perform(fetching));
        bench.line("AT+SMTPSEND");
        bench.ok("AT+POP3GET=1");
        assertThat(sending.awaitHeld(MailBench.PATIENCE)).isTrue();
        assertThat(fetching.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.ok("AT+SMTPSTOP");
        assertThat(bench.dte().taken()).isEmpty();
        fetching.release();
        assertThat(bench.dte().await("TXT\r\n")).startsWith("\r\n+POP3: SUCCESS\r\nC:/Email/");
    }

    @ParameterizedTest
    @CsvSource({
        "AT+FSMKDIR=Email, OK",
        "AT+FSMKDIR=C:/Email/100202110457, ERROR",
        "AT+FSRMDIR=C:/Email, ERROR",
        "AT+FSDEL=*.*, OK",
        "AT+FSCD=D:/, OK",
        "AT+FSLOCA=1, OK",
        "AT+FSFMT, OK",
    })
    void fileCommandsWhileAMailIsFetched(String command, String result) throws InterruptedException {
        bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file("a.bin", new byte[1000])));
        bench.logIn();
        Stall stall = new Stall(700);
        bench.conduct(Script.of().on(POP3, "RETR").perform(stall));
        bench.ok("AT+POP3GET=1");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        assertThat(bench.line(command)).endsWith(result);
        stall.release();
        assertThat(bench.dte().await("TXT\r\n"))
                .isEqualTo("\r\n+POP3: SUCCESS\r\nC:/Email/100202110457/, EMAIL000.TXT\r\n");
        assertThat(bench.files("C:/Email/100202110457")).containsExactlyInAnyOrder("EMAIL000.TXT", "a.bin");
    }

    /** The name that the mail was to get is taken while it comes: it gets the next. */
    @Test
    void aDirectoryMadeMeanwhile() throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        Stall stall = new Stall();
        bench.conduct(Script.of().on(POP3, "RETR").perform(stall));
        bench.ok("AT+POP3GET=1");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.ok("AT+FSMKDIR=Email", "AT+FSMKDIR=C:/Email/100202110457");
        stall.release();
        assertThat(bench.dte().await("TXT\r\n")).endsWith("\r\nC:/Email/100202110458/, EMAIL000.TXT\r\n");
        assertThat(bench.files("C:/Email/100202110457")).isEmpty();
    }

    @Test
    void theDirectoryOfAllMailsIsRemovedMeanwhile() throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        bench.ok("AT+FSMKDIR=Email");
        bench.logIn();
        Stall stall = new Stall();
        bench.conduct(Script.of().on(POP3, "RETR").perform(stall));
        bench.ok("AT+POP3GET=1");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.ok("AT+FSRMDIR=Email");
        stall.release();
        bench.dte().await("TXT\r\n");
        assertThat(bench.mailDirectories(Drive.C)).containsExactly("100202110457");
    }

    private void use(Conflicts.Service service, boolean begins) {
        bench.onModem(modem -> {
            Conflicts conflicts = modem.part(Conflicts.class);
            if (begins) {
                conflicts.begin(service);
            } else {
                conflicts.end(service);
            }
            return null;
        });
    }

    private void assertFree(boolean free) {
        boolean forbidden = bench.onModem(modem -> modem.part(Conflicts.class).forbid(Conflicts.Service.TCPIP));
        assertThat(forbidden).isEqualTo(!free);
    }
}
