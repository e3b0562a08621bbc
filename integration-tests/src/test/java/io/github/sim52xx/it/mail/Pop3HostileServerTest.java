package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.StorageOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that lie or want to do harm: the modem takes only so much from them, and answers (RFC 1939). */
class Pop3HostileServerTest {

    /** What the modem reads of a reply line, its buffers and the system's included. */
    private static final int MOST_BYTES = 512 * 1024;

    @RegisterExtension
    final MailBench bench = MailBench.storage(new StorageOptions(4 << 20, 4 << 20, true));

    @ParameterizedTest
    @EnumSource(Pop3Moment.class)
    void aLineOfFiftyMegabytes(Pop3Moment moment) {
        byte[] line = new byte[50 << 20];
        Arrays.fill(line, (byte) '+');
        begin(moment, new Action.Garbage(line));
        assertThat(moment.awaitFailure(bench.dte())).isEqualTo(moment.failure("SERVER ERROR"));
        assertThat(bench.watch().heard("POP3 1<").length()).isLessThan(MOST_BYTES);
        assertThat(bench.lastOutcome().cause().length()).isLessThan(1000);
        assertReady();
    }

    @ParameterizedTest
    @EnumSource(Pop3Moment.class)
    void zeroBytes(Pop3Moment moment) {
        begin(moment, new Action.Garbage("\0\0\0+OK\0 1 1\0\r\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(moment.awaitFailure(bench.dte())).isEqualTo(moment.failure("SERVER ERROR"));
        assertThat(bench.lastOutcome().describe()).doesNotContainPattern("[\\p{Cntrl}\\x80-\\x9f]");
        assertReady();
    }

    @Test
    void aListWithoutEnd() {
        String list = "+OK\r\n" + "1 1\r\n".repeat(1_000_000);
        begin(Pop3Moment.LIST, new Action.Garbage(list.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(bench.dte().awaitResult()).isEqualTo(Pop3Moment.LIST.failure("SERVER ERROR"));
        assertThat(bench.lastOutcome().cause()).contains("the list does not end");
        assertReady();
    }

    @ParameterizedTest
    @CsvSource({"X-Header: a, the header does not end", "'', the header does not end"})
    void aHeaderWithoutEnd(String line, String cause) {
        begin(Pop3Moment.TOP, endless(line));
        assertThat(bench.dte().awaitResult()).isEqualTo(Pop3Moment.TOP.failure("SERVER ERROR"));
        assertThat(bench.lastOutcome().cause()).contains(cause);
        assertReady();
    }

    @ParameterizedTest
    @CsvSource({"some text", "X-Header: a", "'begin 644 x'", "''", "'--'"})
    void aMailWithoutEndFillsTheDiskAndIsRemoved(String line) {
        begin(Pop3Moment.RETR, endless(line));
        assertThat(bench.dte().awaitResult()).isEqualTo("\r\nOK\r\n");
        assertThat(bench.dte().awaitLine()).isEqualTo("\r\n+POP3: FILE SYSTEM ERROR\r\n");
        assertReady();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-ERR in the middle",
                "1",
                "1 x",
                "x 1",
                "-1 10",
                "1 -10",
                "1 99999999999999999999",
                "99999999999 1",
                "..",
                "1 1\0",
                "\0",
            })
    void listsThatAreNone(String line) {
        begin(Pop3Moment.LIST, new Action.Reply("+OK", "1 134", line, "."));
        assertThat(bench.dte().awaitResult()).isEqualTo(Pop3Moment.LIST.failure("SERVER ERROR"));
        assertReady();
    }

    @ParameterizedTest
    @CsvSource({"+OK", "+OK x y", "+OK 1", "+OK -1 5", "+OK 99999999999 1", "+OK 1 99999999999999999999", "+OK1 1x"})
    void countsThatAreNone(String reply) {
        begin(Pop3Moment.NUM, new Action.Reply(reply));
        assertThat(bench.dte().awaitResult()).isEqualTo(Pop3Moment.NUM.failure("SERVER ERROR"));
        assertReady();
    }

    @ParameterizedTest
    @CsvSource({"1, 1000000000", "0, -100", "7, 7", "-1, 0"})
    void wrongSizesAndNumbersAreTheServersAffair(int messages, long octets) {
        bench.deliver(Mails.plain("one"));
        bench.deliver(Mails.plain("two"));
        Script lies = Script.of();
        for (String verb : new String[] {"STAT", "LIST", "RETR"}) {
            lies = lies.on(POP3, verb).lie(messages, octets);
        }
        bench.conduct(lies);
        bench.logIn();
        assertThat(bench.line("AT+POP3NUM")).containsExactly("+POP3: " + (2 + messages) + ", " + (268 + octets), "OK");
        String file = bench.fetch("1");
        assertThat(bench.read(file)).asString().endsWith("\r\n\r\none\r\n");
        if (messages > 0) {
            // The server does not know the mail that it has promised.
            bench.ok("AT+POP3GET=3");
            assertThat(bench.dte().awaitLine()).isEqualTo("\r\n+POP3: FAILURE\r\n");
        }
        assertThat(bench.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
    }

    @Test
    void aServerThatSaysEverythingInAdvance() {
        bench.conduct(Script.of().on(POP3, "").reply("+OK a", "+OK b", "+OK c", "+OK 3 300"));
        bench.logIn();
        assertThat(bench.line("AT+POP3IN?")).contains("+POP3IN: \"pop3.server.com\"");
        bench.ok("AT+POP3STOP");
        assertReady();
    }

    @Test
    void zeroBytesAndARefusalInAMailAreItsContent() {
        bench.deliver(Mails.HEADER + "\n-ERR no\na\0b\n..\n.\n+OK\n");
        bench.logIn();
        String file = bench.fetch("1");
        assertThat(bench.read(file)).asString().endsWith("\r\n\r\n-ERR no\r\na\0b\r\n..\r\n.\r\n+OK\r\n");
    }

    private void begin(Pop3Moment moment, Action action) {
        if (bench.server().mailbox().messages().isEmpty()) {
            bench.deliver(Mails.plain("one"));
            moment.prepare(bench);
        }
        bench.conduct(moment.on().perform(action));
        bench.dte().send(moment.command() + "\r");
    }

    /** A good reply, and then lines without end. */
    private static Action endless(String line) {
        return new Action.Endless(List.of("+OK"), line);
    }

    private void assertReady() {
        bench.conduct(Conduct.CORRECT);
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        bench.watch().awaitIdle();
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
        bench.logIn();
        bench.ok("AT+POP3STOP");
    }
}
