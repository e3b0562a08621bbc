package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Storage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** +POP3READ: which file, and that it is printed as it is, OK on a line of its own behind it (manual 20.2.10). */
class MailReadingTest {

    private static final String FILE = "100202110457/EMAIL000.TXT";

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @Test
    void theMailFetchedLastWithAndWithoutASession() {
        bench.deliver(Mails.plain("one"));
        bench.deliver(Mails.plain("two"));
        bench.logIn();
        bench.fetch("1");
        bench.fetch("2");
        assertThat(bench.exact("AT+POP3READ")).isEqualTo(printed("two"));
        bench.line("AT+POP3OUT");
        assertThat(bench.exact("AT+POP3READ")).isEqualTo(printed("two"));
        assertThat(bench.exact("AT+POP3READ=0,\"" + FILE + "\"")).isEqualTo(printed("one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:/", "C:/Email", "C:/Email/100202110457", "C:/Picture", "D:/"})
    void wheneverTheCurrentDirectoryIs(String directory) {
        fetch("one");
        bench.line("AT+FSCD=" + directory);
        assertThat(bench.exact("AT+POP3READ= 0, \"" + FILE + "\"")).isEqualTo(printed("one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 100202110457/EMAIL000.TXT",
                "0 | 100202110457",
                "0 | 100202110457/",
                "0 | 100202110457/missing.txt",
                "0 | EMAIL000.TXT",
                "0 | ../secret.txt",
                "0 | 100202110457/../../secret.txt",
                "0 | C:/secret.txt",
                "0 | /secret.txt",
                "0 | ../Email2/secret.txt",
                "0 | ..\\secret.txt",
                "0 | D:/secret.txt",
            })
    void nothingOutsideOfEmail(int location, String path) {
        fetch("one");
        bench.ok("AT+FSMKDIR=C:/Email2");
        bench.put("C:/secret.txt", new byte[3]);
        bench.put("C:/Email2/secret.txt", new byte[3]);
        bench.put("D:/secret.txt", new byte[3]);
        bench.error("AT+POP3READ=" + location + ",\"" + path + "\"");
    }

    @Test
    void fromTheCard() {
        bench.deliver(Mails.plain("one"));
        bench.ok("AT+FSLOCA=1");
        bench.logIn();
        bench.fetch("1");
        bench.error("AT+POP3READ=0,\"" + FILE + "\"");
        assertThat(bench.exact("AT+POP3READ=1,\"" + FILE + "\"")).isEqualTo(printed("one"));
        bench.onModem(modem -> {
            modem.part(Storage.class).removeCard();
            return null;
        });
        bench.error("AT+POP3READ=1,\"" + FILE + "\"", "AT+POP3READ");
    }

    @Test
    void aMailThatWasDeletedOrForgotten() {
        fetch("one");
        bench.ok("AT+FSDEL=C:/Email/" + FILE);
        bench.error("AT+POP3READ");
    }

    @Test
    void everyByteAsItIs() {
        fetch("one");
        byte[] all = new byte[256 * 300];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        bench.put("C:/Email/100202110457/all.bin", all);
        String expected = "\r\n" + new String(all, StandardCharsets.ISO_8859_1) + "\r\n\r\nOK\r\n";
        assertThat(bench.exact("AT+POP3READ=0,\"100202110457/all.bin\"")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "a, 'a\r\n'", "'a\n', 'a\n'", "'a\r\n', 'a\r\n'", "'a\r', 'a\r\r\n'"})
    void itsEnd(String content, String shown) {
        fetch("one");
        bench.put("C:/Email/100202110457/x.txt", content.getBytes());
        assertThat(bench.exact("AT+POP3READ=0,\"100202110457/x.txt\"")).isEqualTo("\r\n" + shown + "\r\nOK\r\n");
    }

    @Test
    void notWhileAMailIsBeingReceived() throws InterruptedException {
        fetch("one");
        Stall stall = new Stall(10);
        bench.conduct(Script.of().on(Protocol.POP3, "RETR").perform(stall));
        bench.ok("AT+POP3GET=1");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.error("AT+POP3READ", "AT+POP3READ=0,\"" + FILE + "\"");
        stall.release();
        bench.dte().await("TXT\r\n");
        assertThat(bench.exact("AT+POP3READ=0,\"" + FILE + "\"")).isEqualTo(printed("one"));
    }

    private void fetch(String text) {
        bench.deliver(Mails.plain(text));
        bench.logIn();
        bench.fetch("1");
    }

    private static String printed(String text) {
        return "\r\n" + Mails.plain(text).replace("\n", "\r\n") + "\r\nOK\r\n";
    }
}
