package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Accounts;
import io.github.sim52xx.cli.mail.Script;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the host reads and what the server hears in a session that goes well, to the byte (manual 20.2, RFC 1939). */
class Pop3DialogueTest {

    private static final String SUCCESS = "\r\n+POP3: SUCCESS\r\n\r\nOK\r\n";
    private static final String SERVER_ERROR = "\r\n+POP3: SERVER ERROR\r\n\r\nERROR\r\n";

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @Test
    void aSessionToTheByte() {
        bench.deliver(Mails.plain("This is the first mail"));
        bench.deliver(Mails.plain("Two"));
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110");
        assertThat(bench.exact("AT+POP3IN")).isEqualTo(SUCCESS);
        assertThat(bench.exact("AT+POP3IN?")).isEqualTo("\r\n+POP3IN: \"pop3.server.com\"\r\n\r\nOK\r\n");
        assertThat(bench.exact("AT+POP3NUM")).isEqualTo("\r\n+POP3: 2, 287\r\n\r\nOK\r\n");
        assertThat(bench.exact("AT+POP3LIST")).isEqualTo("\r\n+POP3:\r\n1 153\r\n2 134\r\n\r\nOK\r\n");
        assertThat(bench.exact("AT+POP3LIST=2")).isEqualTo("\r\n+POP3: 2, 134\r\n\r\nOK\r\n");
        assertThat(bench.exact("AT+POP3HDR=1"))
                .isEqualTo("\r\nFrom: \"FromName\" <FromAddr@server.com>\r\n"
                        + "Date: Tue, 9 Mar 2010 17:11:30 +0800\r\nSubject: Test\r\n\r\nOK\r\n");
        assertThat(bench.exact("AT+POP3GET=1")).isEqualTo("\r\nOK\r\n");
        assertThat(bench.dte().await("TXT\r\n"))
                .isEqualTo("\r\n+POP3: SUCCESS\r\nC:/Email/100202110457/, EMAIL000.TXT\r\n");
        assertThat(bench.exact("AT+POP3DEL=1")).isEqualTo(SUCCESS);
        assertThat(bench.exact("AT+POP3OUT")).isEqualTo(SUCCESS);
        assertThat(bench.exact("AT+POP3IN?")).isEqualTo("\r\n+POP3IN: NULL\r\n\r\nOK\r\n");
        String text = Mails.plain("This is the first mail").replace("\n", "\r\n");
        assertThat(bench.exact("AT+POP3READ")).isEqualTo("\r\n" + text + "\r\nOK\r\n");
        assertThat(bench.endedSession(POP3).commands())
                .containsExactly(
                        "USER un", "PASS ***", "STAT", "STAT", "LIST", "LIST 2", "TOP 1 0", "RETR 1", "DELE 1", "QUIT");
        assertThat(bench.watch().heard("POP3 1>"))
                .startsWith("USER un\r\nPASS pwd\r\nSTAT\r\n")
                .endsWith("QUIT\r\n");
    }

    @Test
    void anEmptyMailbox() {
        bench.logIn();
        assertThat(bench.exact("AT+POP3NUM")).isEqualTo("\r\n+POP3: 0, 0\r\n\r\nOK\r\n");
        assertThat(bench.exact("AT+POP3LIST")).isEqualTo("\r\n+POP3: EMPTY\r\n\r\nOK\r\n");
        assertThat(bench.exact("AT+POP3LIST=1")).isEqualTo("\r\nERROR\r\n");
        assertThat(bench.exact("AT+POP3GET=1")).isEqualTo(SERVER_ERROR);
        assertThat(bench.exact("AT+POP3OUT")).isEqualTo(SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "2147483647"})
    void numbersThatNoMailHasLeaveTheSessionAlone(String number) {
        bench.deliver(Mails.plain("one"));
        bench.deliver(Mails.plain("two"));
        bench.logIn();
        for (String command : new String[] {"AT+POP3HDR=", "AT+POP3GET=", "AT+POP3DEL="}) {
            assertThat(bench.exact(command + number)).isEqualTo(SERVER_ERROR);
        }
        bench.error("AT+POP3LIST=" + number);
        assertThat(bench.line("AT+POP3NUM")).containsExactly("+POP3: 2, 268", "OK");
        assertThat(bench.session(POP3).commands()).containsExactly("USER un", "PASS ***", "STAT", "STAT");
    }

    @Test
    void aMarkedMailIsGoneForTheSessionAndForGoodAfterOut() {
        for (String text : new String[] {"one", "two", "three"}) {
            bench.deliver(Mails.plain(text));
        }
        bench.logIn();
        assertThat(bench.exact("AT+POP3DEL=2")).isEqualTo(SUCCESS);
        assertThat(bench.server().mailbox().messages()).hasSize(3);
        assertThat(bench.line("AT+POP3LIST")).containsExactly("+POP3:", "1 134", "3 136", "OK");
        assertThat(bench.line("AT+POP3NUM")).containsExactly("+POP3: 2, 270", "OK");
        assertThat(bench.exact("AT+POP3DEL=2")).isEqualTo(SERVER_ERROR);
        assertThat(bench.exact("AT+POP3GET=2")).isEqualTo(SERVER_ERROR);
        bench.error("AT+POP3LIST=2");
        bench.fetch("3");
        assertThat(bench.exact("AT+POP3OUT")).isEqualTo(SUCCESS);
        assertThat(bench.server().mailbox().messages()).hasSize(2);
        bench.logIn();
        assertThat(bench.line("AT+POP3LIST")).containsExactly("+POP3:", "1 134", "2 136", "OK");
    }

    @Test
    void valuesOfTheHeaderAsTheyAre() {
        bench.deliver("subject:  =?utf-8?B?w6k=?=\n folded\nFROM :\tx <y@z>\nX-From: no\nSubject: second\n\n"
                + "Date: not in the header\n");
        bench.logIn();
        assertThat(bench.exact("AT+POP3HDR=1"))
                .isEqualTo("\r\nFrom: x <y@z>\r\nDate: \r\nSubject: =?utf-8?B?w6k=?= folded\r\n\r\nOK\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "+OK 1 160, '+POP3: 1, 160'",
        "+OK   1  160 octets, '+POP3: 1, 160'",
        "'+OK\t1 160', '+POP3: 1, 160'",
        "+OK 0007 00160, '+POP3: 7, 160'"
    })
    void howServersWriteNumbers(String reply, String answer) {
        bench.logIn();
        bench.conduct(Script.of().on(POP3, "STAT").reply(reply));
        assertThat(bench.line("AT+POP3NUM")).containsExactly(answer, "OK");
    }

    @Test
    void whatIsTypedEarlyWaits() {
        bench.deliver(Mails.plain("one"));
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"");
        bench.dte().send("AT+POP3IN\r\nAT+POP3NUM\r\nAT+POP3DEL=1\r\n\r\nAT+POP3OUT\r\nAT+POP3IN?\r\n");
        assertThat(bench.dte().awaitResult()).isEqualTo(SUCCESS);
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+POP3: 1, 134\r\n\r\nOK\r\n");
        assertThat(bench.dte().awaitResult()).isEqualTo(SUCCESS);
        assertThat(bench.dte().awaitResult()).isEqualTo(SUCCESS);
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\n+POP3IN: NULL\r\n\r\nOK\r\n");
        assertThat(bench.server().mailbox().messages()).isEmpty();
    }

    @Test
    void namesAndPasswordsAreTheBytesThatWereTyped() {
        String user = "u \u00e9";
        String password = "\u00c3\u00a4 ;\"";
        try (MailBench other = MailBench.withServer(server -> server.accounts(new Accounts(Map.of(user, password))))) {
            other.ok("AT+POP3SRV=\"pop3.server.com\",\"" + user + "\",\"" + password.replace("\"", "\\22") + "\"");
            assertThat(other.exact("AT+POP3IN")).isEqualTo(SUCCESS);
        }
    }

    @ParameterizedTest
    @CsvSource({"un, wrong, INVALID UN/PWD", "nobody, pwd, INVALID UN", "UserName, password, SUCCESS"})
    void accounts(String user, String password, String code) {
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"" + user + "\",\"" + password + "\"");
        boolean admitted = code.equals("SUCCESS");
        assertThat(bench.exact("AT+POP3IN"))
                .isEqualTo("\r\n+POP3: " + code + "\r\n\r\n" + (admitted ? "OK" : "ERROR") + "\r\n");
        assertThat(bench.line("AT+POP3IN?")).contains(admitted ? "+POP3IN: \"pop3.server.com\"" : "+POP3IN: NULL");
        assertThat(bench.line("AT+POP3STOP")).containsExactly(admitted ? "OK" : "ERROR");
    }
}
