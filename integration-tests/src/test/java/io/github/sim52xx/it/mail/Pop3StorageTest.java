package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails for which there is no place: a full disk, a card that is pulled, formatted, or has a file in the way. */
class Pop3StorageTest {

    private static final String FILE_SYSTEM_ERROR = "\r\n+POP3: FILE SYSTEM ERROR\r\n";
    private static final int SPACE = 300_000;

    @RegisterExtension
    final MailBench bench = MailBench.storage(new StorageOptions(SPACE, SPACE, true));

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aMailThatIsTooLarge(int drive) throws IOException {
        bench.ok("AT+FSLOCA=" + drive);
        Drive place = drive == 0 ? Drive.C : Drive.D;
        long before = bench.storage().volume(place).used();
        bench.deliver(Mails.mixed(
                Mails.text("hello"), Mails.file("small.bin", new byte[100]), Mails.file("big.bin", new byte[SPACE])));
        bench.deliver(Mails.plain("line\n".repeat(SPACE / 5)));
        bench.deliver(Mails.plain("small"));
        for (String number : new String[] {"1", "2"}) {
            bench.logIn();
            bench.ok("AT+POP3GET=" + number);
            assertThat(bench.dte().awaitLine()).isEqualTo(FILE_SYSTEM_ERROR);
            assertClosed();
            assertThat(bench.mailDirectories(place)).isEmpty();
            assertThat(bench.storage().volume(place).used()).isEqualTo(before);
        }
        bench.logIn();
        bench.fetch("3");
    }

    @Test
    void aDiskThatIsFullAlready() {
        bench.deliver(Mails.plain("one"));
        int size = SPACE;
        while (size > 100) {
            try {
                bench.put("C:/fill" + size + ".bin", new byte[size]);
            } catch (AssertionError e) {
                size /= 2;
            }
        }
        bench.logIn();
        bench.ok("AT+POP3GET=1");
        assertThat(bench.dte().awaitLine()).isEqualTo(FILE_SYSTEM_ERROR);
        assertClosed();
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, pull", "150, pull", "900, pull", "0, swap", "900, swap", "900, format"})
    void theCardGoesUnderway(int bytes, String how) throws InterruptedException {
        bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file("a.bin", new byte[1000])));
        bench.ok("AT+FSLOCA=1");
        bench.logIn();
        Stall stall = new Stall(bytes);
        bench.conduct(Script.of().on(POP3, "RETR").perform(stall));
        bench.ok("AT+POP3GET=1");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        switch (how) {
            case "pull" -> onStorage(Storage::removeCard);
            case "swap" -> {
                onStorage(Storage::removeCard);
                onStorage(Storage::insertCard);
            }
            default -> bench.ok("AT+FSFMT");
        }
        stall.release();
        assertThat(bench.dte().awaitLine()).isEqualTo(FILE_SYSTEM_ERROR);
        assertClosed();
        if (how.equals("pull")) {
            onStorage(Storage::insertCard);
        }
        assertThat(bench.mailDirectories(Drive.D)).isEmpty();
        bench.conduct(Conduct.CORRECT);
        bench.ok("AT+FSLOCA=1");
        bench.logIn();
        assertThat(bench.fetch("1")).startsWith("D:/Email/");
    }

    @Test
    void theCardGoesBefore() {
        bench.deliver(Mails.plain("one"));
        bench.ok("AT+FSLOCA=1");
        bench.logIn();
        onStorage(Storage::removeCard);
        // +FSLOCA has gone back to the flash with it.
        assertThat(bench.fetch("1")).startsWith("C:/Email/");
    }

    @Test
    void aFileInTheWay() {
        bench.deliver(Mails.plain("one"));
        bench.put("C:/Email", new byte[3]);
        bench.logIn();
        bench.dte().send("AT+POP3GET=1\r");
        String answer = bench.dte().await("+POP3: FILE SYSTEM ERROR\r\n");
        assertThat(answer).startsWith("\r\nOK\r\n").endsWith(FILE_SYSTEM_ERROR);
        assertClosed();
        assertThat(bench.read("C:/Email")).hasSize(3);
    }

    @Test
    void whereFslocaSaysAtThatMoment() {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        assertThat(bench.fetch("1")).isEqualTo("C:/Email/100202110457/EMAIL000.TXT");
        bench.ok("AT+FSLOCA=1");
        assertThat(bench.fetch("1")).isEqualTo("D:/Email/100202110457/EMAIL000.TXT");
        bench.ok("AT+FSLOCA=0");
        assertThat(bench.fetch("1")).isEqualTo("C:/Email/100202110458/EMAIL000.TXT");
        assertThat(bench.mailDirectories(Drive.D)).isEqualTo(List.of("100202110457"));
    }

    @Test
    void aMailIsSeenWhenItIsComplete() throws InterruptedException {
        bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file("a.bin", new byte[1000])));
        bench.logIn();
        Stall stall = new Stall(1000);
        bench.conduct(Script.of().on(POP3, "RETR").perform(stall));
        bench.ok("AT+POP3GET=1");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.error("AT+FSCD=C:/Email");
        assertThat(bench.line("AT+FSLS")).noneMatch(line -> line.contains("Email") || line.contains("1002"));
        stall.release();
        bench.dte().await("TXT\r\n");
        assertThat(bench.line("AT+FSCD=C:/Email")).containsExactly("+FSCD: C:/Email/", "OK");
    }

    private void assertClosed() {
        assertThat(bench.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        bench.error("AT+POP3NUM", "AT+POP3STOP");
    }

    private void onStorage(Consumer<Storage> work) {
        bench.onModem(modem -> {
            work.accept(modem.part(Storage.class));
            return null;
        });
    }
}
