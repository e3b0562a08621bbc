package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every command of the POP3 client needs: a server, a session, and that nothing else is being done in it. */
class Pop3PreconditionTest {

    private static final String[] IN_A_SESSION = {
        "AT+POP3NUM", "AT+POP3LIST", "AT+POP3LIST=1", "AT+POP3HDR=1", "AT+POP3GET=1", "AT+POP3DEL=1", "AT+POP3OUT"
    };

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @Test
    void withoutASession() {
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"");
        bench.error(IN_A_SESSION);
        bench.error("AT+POP3STOP", "AT+POP3READ");
        assertThat(bench.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.code()).isEqualTo("ERROR"));
        assertThat(bench.server().transcripts()).isEmpty();
    }

    @Test
    void withoutAServer() {
        bench.error("AT+POP3IN");
        assertThat(bench.lastOutcome().cause()).isEqualTo("no server: AT+POP3SRV");
    }

    @Test
    void withoutAContext() {
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"", "AT+CGSOCKCONT=1");
        assertThat(bench.exact("AT+POP3IN")).isEqualTo("\r\n+POP3: NETWORK ERROR\r\n\r\nERROR\r\n");
        bench.ok("AT+CGSOCKCONT=1,\"IP\",\"3GNET\"");
        bench.logIn();
    }

    @Test
    void inASessionNoOtherServerAndNoSecondLogin() {
        bench.logIn();
        bench.error("AT+POP3SRV=\"mail.server.com\",\"un\",\"pwd\"", "AT+POP3SRV", "AT+POP3IN");
        assertThat(bench.line("AT+POP3SRV?;+POP3SRV=?")).hasSize(3).contains("+POP3SRV: (1-65535)");
        assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
        bench.ok("AT+POP3SRV=\"mail.server.com\",\"un\",\"pwd\"", "AT+POP3SRV");
    }

    /** Another terminal asks while the first waits for its answer. */
    @ParameterizedTest
    @CsvSource({
        "USER, AT+POP3IN",
        "STAT, AT+POP3NUM",
        "LIST, AT+POP3LIST",
        "TOP, AT+POP3HDR=1",
        "DELE, AT+POP3DEL=1",
        "RETR, AT+POP3GET=1",
        "QUIT, AT+POP3OUT",
    })
    void whileOneThingIsDoneNothingElseIs(String verb, String command) throws InterruptedException {
        bench.deliver(Mails.plain("one"));
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"");
        if (!verb.equals("USER")) {
            bench.logIn();
        }
        Stall stall = new Stall();
        bench.conduct(Script.of().on(POP3, verb).perform(stall));
        bench.dte().send(command + "\r");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        int asked = bench.session(POP3).commands().size();
        Dte other = bench.terminal();
        other.error(IN_A_SESSION);
        other.error("AT+POP3IN", "AT+POP3SRV", "AT+POP3SRV=\"a.b\",\"un\",\"pwd\"", "AT+POP3READ");
        other.ok("AT", "AT+POP3NUM=?");
        assertThat(other.line("AT+POP3IN?"))
                .contains(verb.equals("USER") ? "+POP3IN: NULL" : "+POP3IN: \"pop3.server.com\"");
        assertThat(bench.session(POP3).commands()).hasSize(asked);
        stall.release();
        bench.dte().awaitResult();
        if (verb.equals("RETR")) {
            bench.dte().await("TXT\r\n");
        }
        assertThat(other.taken()).isEmpty();
    }
}
