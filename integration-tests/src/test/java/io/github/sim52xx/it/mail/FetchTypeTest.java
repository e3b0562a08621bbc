package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.Firmware;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AT+POP3GET saves as the firmware of 2012 has it: the parts, the whole mail, or both (manual 20.2.6). */
class FetchTypeTest {

    private static final String STAMP = "100202110457";
    private static final String DIRECTORY = "C:/Email/" + STAMP;
    private static final String MAIL = Mails.mixed(Mails.text("hello"), Mails.file("a.bin", "content"));

    @RegisterExtension
    final MailBench bench = MailBench.firmware(Firmware.V2012);

    @ParameterizedTest
    @CsvSource({
        "1, EMAIL100202110457000.TXT, EMAIL100202110457000.TXT a.bin",
        "'1,1', EMAIL100202110457000.TXT, EMAIL100202110457000.TXT a.bin",
        "'1, 2', 100202110457.eml, 100202110457.eml",
        "'1,3', EMAIL100202110457000.TXT, 100202110457.eml EMAIL100202110457000.TXT a.bin",
        "'1,', EMAIL100202110457000.TXT, EMAIL100202110457000.TXT a.bin",
    })
    void types(String parameters, String reported, String files) {
        bench.deliver(MAIL);
        bench.logIn();
        bench.ok("AT+POP3GET=" + parameters);
        String report = bench.dte().await(reported + "\r\n");
        assertThat(report).isEqualTo("\r\n+POP3: SUCCESS\r\n" + DIRECTORY + "/, " + reported + "\r\n");
        assertThat(bench.files(DIRECTORY)).containsExactlyInAnyOrder(files.split(" "));
        if (files.contains("eml")) {
            assertThat(bench.read(DIRECTORY + "/" + STAMP + ".eml")).asString().isEqualTo(MAIL.replace("\n", "\r\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,0", "1,4", "1,-1", "1,\"1\"", "1,1,1", ",1"})
    void noSuchType(String parameters) {
        bench.deliver(MAIL);
        bench.logIn();
        bench.error("AT+POP3GET=" + parameters);
        assertThat(bench.mailDirectories(Drive.C)).isEmpty();
    }

    /** The copy is the mail to the byte, whatever it is like; only the dots of the protocol are undone. */
    @Test
    void theWholeMailIsKeptToTheByte() {
        byte[] mail = new byte[70_000];
        new Random(5).nextBytes(mail);
        byte[] start = "Subject: x\r\n\r\n.\r\n..\r\n.a\r\n\0\r\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(start, 0, mail, 0, start.length);
        // Bare line ends are the server's to send as it likes; between them everything is data.
        for (int i = start.length; i < mail.length; i++) {
            mail[i] = mail[i] == '\r' || mail[i] == '\n' ? (byte) 'n' : mail[i];
        }
        mail[mail.length - 2] = '\r';
        mail[mail.length - 1] = '\n';
        bench.deliver(mail);
        bench.logIn();
        for (int type = 2; type <= 3; type++) {
            bench.ok("AT+POP3GET=1," + type);
            String path = bench.dte().await(type == 2 ? "eml\r\n" : "TXT\r\n");
            String directory = path.substring(path.indexOf("C:/"), path.indexOf(", "));
            String stamp = directory.substring(9, 21);
            assertThat(bench.read(directory + stamp + ".eml")).isEqualTo(mail);
        }
    }

    @Test
    void anAttachmentWithTheNameOfTheCopy() {
        bench.deliver(Mails.mixed(
                Mails.text("hello"),
                Mails.file(STAMP + ".eml", "one"),
                Mails.file(STAMP + ".EML", "two"),
                Mails.file(STAMP + "_1.eml", "three")));
        bench.logIn();
        assertThat(bench.fetch("1,3")).isEqualTo(DIRECTORY + "/EMAIL" + STAMP + "000.TXT");
        assertThat(bench.files(DIRECTORY)).hasSize(5).contains(STAMP + ".eml", "EMAIL" + STAMP + "000.TXT");
        assertThat(bench.read(DIRECTORY + "/" + STAMP + ".eml")).asString().startsWith("Date: ");
        assertThat(bench.files(DIRECTORY).stream()
                        .filter(name -> !name.equals(STAMP + ".eml") && !name.endsWith(".TXT"))
                        .map(name -> new String(bench.read(DIRECTORY + "/" + name), StandardCharsets.UTF_8)))
                .containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void onTheCardWhereCaseDoesNotDistinguish() {
        bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file(STAMP + ".EML", "one")));
        bench.ok("AT+FSLOCA=1");
        bench.logIn();
        bench.fetch("1,3");
        assertThat(bench.read("D:/Email/" + STAMP + "/" + STAMP + "_1.EML"))
                .asString()
                .isEqualTo("one");
        assertThat(bench.read("D:/Email/" + STAMP + "/" + STAMP + ".eml"))
                .asString()
                .startsWith("Date: ");
    }

    @Test
    void anAttachmentWithTheNameOfTheText() {
        bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file("EMAIL" + STAMP + "000.TXT", "one")));
        bench.logIn();
        assertThat(bench.fetch("1,3")).isEqualTo(DIRECTORY + "/EMAIL" + STAMP + "001.TXT");
        assertThat(bench.read(DIRECTORY + "/EMAIL" + STAMP + "000.TXT"))
                .asString()
                .isEqualTo("one");
    }

    @Test
    void theWholeMailCanBeReadToo() {
        bench.deliver(MAIL);
        bench.logIn();
        bench.ok("AT+POP3GET=1,2");
        bench.dte().await("eml\r\n");
        assertThat(bench.exact("AT+POP3READ")).isEqualTo("\r\n" + MAIL.replace("\n", "\r\n") + "\r\nOK\r\n");
    }
}
