package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.email.ReplyTimer;
import io.github.sim52xx.it.mail.Certificates.Holder;
import io.github.sim52xx.it.mail.TlsFront.Kind;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.Tls;
import io.github.sim52xx.net.TlsRule;
import io.github.sim52xx.net.Trust;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that want TLS, and a modem that knows nothing of it. */
@Timeout(240)
class TlsTest {

    private static final String NAME = "mail.example.org";
    private static final List<String> SMTP_FAILED = List.of("+SMTP: NETWORK ERROR", "ERROR");
    private static final List<String> POP3_FAILED = List.of("+POP3: NETWORK ERROR", "ERROR");

    private TlsFront front;
    private MailBench bench;

    /** @param port what the AT line names; the server's real one is any */
    private void begin(Kind kind, Holder holder, int port, String rule) throws IOException {
        begin(kind, holder, port, rule, "127.0.0.1");
    }

    private void begin(Kind kind, Holder holder, int port, String rule, String target) throws IOException {
        front = new TlsFront(kind, holder);
        Tls tls = new Tls(List.of(TlsRule.parse(rule)), new Trust(Certificates.authority()));
        MapRule there = MapRule.parse(NAME + "=" + target + ":" + front.port());
        Resolver resolver = new Resolver(List.of(there), List.of(), tls);
        bench = MailBench.of(blueprint -> blueprint.part(Bearer.class, modem -> new Bearer(modem, resolver)));
        bench.writeMail();
        bench.ok("AT+SMTPSRV=\"" + NAME + "\"," + port, "AT+SMTPAUTH=1,\"un\",\"pwd\"");
        bench.ok("AT+POP3SRV=\"" + NAME + "\",\"un\",\"pwd\"," + port);
    }

    private void frontSmtp() {
        front.serve(bench.server().smtpPort());
    }

    private void frontPop3() {
        front.serve(bench.server().pop3Port());
    }

    @AfterEach
    void end() throws IOException {
        bench.close();
        front.close();
    }

    @ParameterizedTest
    @CsvSource({
        "IMPLICIT, 25,  implicit",
        "IMPLICIT, 465, auto",
        "IMPLICIT, 2525, mail.example.org:2525=implicit",
        "OFFERS,   25,  starttls",
        "OFFERS,   587, *.example.org=starttls",
        "OFFERS,   25,  auto"
    })
    void aMailIsSentOverTls(Kind kind, int port, String rule) throws IOException {
        begin(kind, Holder.MAIL, port, rule);
        frontSmtp();
        bench.sendMail();
        assertThat(bench.lastOutcome().cause()).contains("\"250 ").endsWith(" over TLSv1.3");
        assertThat(front.clear()).allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
        assertThat(bench.received()).isNotNull();
        // What is traced is what was said, not what went over the wire.
        assertThat(bench.watch().heard("SMTP 1>")).contains("MAIL FROM:<mike@server.com>", "QUIT\r\n");
        assertThat(bench.watch().heard("SMTP 1<")).contains("235 ", "221 ");
    }

    @ParameterizedTest
    @CsvSource({"IMPLICIT, 110, implicit", "IMPLICIT, 995, auto", "OFFERS,   110, starttls", "OFFERS,   110, auto"})
    void aMailIsFetchedOverTls(Kind kind, int port, String rule) throws IOException {
        begin(kind, Holder.MAIL, port, rule);
        frontPop3();
        bench.deliver("Subject: x\n\nhello\n");
        assertThat(bench.line("AT+POP3IN")).containsExactly("+POP3: SUCCESS", "OK");
        assertThat(bench.lastOutcome().cause()).startsWith("1 mail, ").endsWith(" over TLSv1.3");
        assertThat(new String(bench.read(bench.fetch("1")))).contains("hello");
        assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
        assertThat(front.clear()).allMatch(line -> line.equals("CAPA") || line.equals("STLS"));
        assertThat(bench.watch().heard("POP3 1>")).contains("USER un\r\n", "QUIT\r\n");
    }

    @ParameterizedTest
    @CsvSource({"STRIPPED, auto", "OFFERS, off", "OFFERS, other.example.org=starttls", "OFFERS, mail.example.org:1=auto"
    })
    void plainWhereTlsIsNotToBe(Kind kind, String rule) throws IOException {
        begin(kind, Holder.MAIL, 25, rule);
        frontSmtp();
        bench.sendMail();
        assertThat(bench.lastOutcome().cause()).doesNotContain("TLS");
        assertThat(front.clear())
                .doesNotContain("STARTTLS")
                .filteredOn(line -> line.startsWith("EHLO"))
                .hasSize(1);
    }

    @Test
    void pop3IsPlainWhereNoTlsIsOffered() throws IOException {
        begin(Kind.STRIPPED, Holder.MAIL, 110, "auto");
        frontPop3();
        assertThat(bench.line("AT+POP3IN")).containsExactly("+POP3: SUCCESS", "OK");
        assertThat(front.clear()).startsWith("CAPA", "USER un");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMPLICIT | STRANGER | implicit | certificate of mail.example.org is not trusted: nobody known has signed it (--tls-trust)",
                "OFFERS   | STRANGER | starttls | certificate of mail.example.org is not trusted: nobody known has signed it (--tls-trust)",
                "OFFERS   | OTHER    | auto     | certificate of mail.example.org is not trusted: No subject alternative DNS name matching mail.example.org found.",
                "IMPLICIT | EXPIRED  | implicit | certificate of mail.example.org has expired: NotAfter: ",
                "OFFERS   | MAIL     | implicit | mail.example.org:2525 does not speak TLS here: ",
                "STRIPPED | MAIL     | starttls | mail.example.org:2525 ",
                "REFUSES  | MAIL     | starttls | mail.example.org:2525 ",
                "REFUSES  | MAIL     | auto     | mail.example.org:2525 ",
                "INJECTS  | MAIL     | starttls | mail.example.org:2525 says more in the clear behind its answer to ",
                "INJECTS  | MAIL     | auto     | mail.example.org:2525 says more in the clear behind its answer to ",
            })
    void withoutTlsThatCanBeTrustedThereIsNoSession(Kind kind, Holder holder, String rule, String cause)
            throws IOException {
        begin(kind, holder, 2525, rule);
        frontSmtp();
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(SMTP_FAILED);
        assertThat(bench.lastOutcome().cause()).startsWith(cause).doesNotContain("Exception");
        assertThat(bench.server().mailbox().messages()).isEmpty();
        assertThat(front.clear()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @ParameterizedTest
    @CsvSource({
        "IMPLICIT, STRANGER, implicit",
        "OFFERS,   OTHER,    auto",
        "OFFERS,   EXPIRED,  starttls",
        "OFFERS,   MAIL,     implicit",
        "STRIPPED, MAIL,     starttls",
        "REFUSES,  MAIL,     auto",
        "INJECTS,  MAIL,     starttls"
    })
    void norOneThatLogsIn(Kind kind, Holder holder, String rule) throws IOException {
        begin(kind, holder, 1110, rule);
        frontPop3();
        assertThat(bench.line("AT+POP3IN")).isEqualTo(POP3_FAILED);
        assertThat(bench.lastOutcome().cause()).contains(NAME).doesNotContain("Exception");
        assertThat(front.clear()).noneMatch(line -> line.startsWith("USER") || line.startsWith("PASS"));
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
    }

    @Test
    void localhostIsNobodysName() throws IOException {
        begin(Kind.IMPLICIT, Holder.OTHER, 25, "implicit", "localhost");
        frontSmtp();
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(SMTP_FAILED);
        assertThat(bench.lastOutcome().cause()).contains("DNS name matching mail.example.org");
    }

    @ParameterizedTest
    @CsvSource({"SILENT, starttls", "SILENT_AT_ONCE, implicit"})
    void stoppingEndsAHandshake(Kind kind, String rule) throws Exception {
        begin(kind, Holder.MAIL, 25, rule);
        frontSmtp();
        bench.dte().send("AT+SMTPSEND\r");
        bench.watch().awaitHandshake();
        bench.terminal().ok("AT+SMTPSTOP");
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\nERROR\r\n");
        bench.watch().awaitIdle();
    }

    @ParameterizedTest
    @CsvSource({"SILENT, starttls", "SILENT_AT_ONCE, implicit"})
    void theTimerEndsAHandshake(Kind kind, String rule) throws Exception {
        begin(kind, Holder.MAIL, 110, rule);
        frontPop3();
        bench.dte().send("AT+POP3IN\r");
        bench.watch().awaitHandshake();
        bench.time().advance(ReplyTimer.PATIENCE);
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+POP3: NETWORK ERROR\r\n\r\nERROR\r\n");
        assertThat(bench.lastOutcome().cause()).endsWith("no reply within 30 s");
        bench.watch().awaitIdle();
    }

    @ParameterizedTest
    @CsvSource({"SILENT, starttls", "SILENT_AT_ONCE, implicit"})
    void losingTheNetworkEndsAHandshake(Kind kind, String rule) throws Exception {
        begin(kind, Holder.MAIL, 25, rule);
        frontSmtp();
        bench.dte().send("AT+SMTPSEND\r");
        bench.watch().awaitHandshake();
        bench.terminal().ok("AT+CFUN=0");
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+SMTP: NETWORK ERROR\r\n\r\nERROR\r\n");
        assertThat(bench.lastOutcome().cause()).isEqualTo("the modem has no packet service");
    }
}
