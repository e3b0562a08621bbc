package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.Drive;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of directories, text files and attachments that mails get (application note 4.4, manual 20.2.6). */
class FetchedNamesTest {

    private static final String DIRECTORY = "C:/Email/100202110457";

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @CsvSource({
        "EMAIL000.TXT, EMAIL001.TXT",
        "EMAIL001.TXT, EMAIL000.TXT",
        "email000.txt, EMAIL001.TXT",
        "EMAIL000.TXT/EMAIL001.TXT, EMAIL002.TXT",
        "EMAIL000.TXT/EMAIL000.TXT, EMAIL001.TXT",
        "EMAIL000.DOC, EMAIL000.TXT",
        "text.part, EMAIL000.TXT",
        "spool.part, EMAIL000.TXT",
    })
    void theTextGetsTheFirstNumberThatIsFree(String attachments, String text) {
        List<String> names = List.of(attachments.split("/"));
        String[] parts = new String[names.size() + 1];
        parts[0] = Mails.text("hello");
        for (int i = 0; i < names.size(); i++) {
            parts[i + 1] = Mails.file(names.get(i), "content " + i);
        }
        bench.deliver(Mails.mixed(parts));
        bench.logIn();
        assertThat(bench.fetch("1")).isEqualTo(DIRECTORY + "/" + text);
        assertThat(bench.files(DIRECTORY)).hasSize(names.size() + 1).containsAll(names);
        assertThat(bench.read(DIRECTORY + "/" + names.get(0))).asString().isEqualTo("content 0");
        assertThat(bench.read(DIRECTORY + "/" + text)).asString().endsWith("\r\n\r\nhello");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "../../x            | x",
                "/etc/passwd        | passwd",
                "C:\\\\x            | x",
                "C:/Picture/x.jpg   | x.jpg",
                "..\\\\..\\\\x.txt  | x.txt",
                "../                | ATTACH001",
                "..                 | ATTACH001",
                "....               | ATTACH001",
                "                   | ATTACH001",
                ".hidden            | hidden",
                "a:b*c?d<e>f,h;i    | a_b_c_d_e_f_h_i",
                "name.              | name_",
                "a.b.c.tar.gz       | a.b.c.tar.gz",
                "my file.txt        | my file.txt",
                "-start             | _start",
                "CON                | CON",
                "a\u0007b.txt       | ab.txt",
                "=?utf-8?B?w6kucG5n?= | \u00e9.png",
                "=?utf-8?Q?..=2F..=2Fx?= | x",
                "=?utf-8?B?5rWL6K+VLnR4dA==?= | \u6d4b\u8bd5.txt",
            })
    void namesThatSendersWrite(String written, String saved) {
        bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file(written == null ? "" : written.strip(), "content")));
        bench.logIn();
        bench.fetch("1");
        assertThat(bench.files(DIRECTORY)).containsExactlyInAnyOrder("EMAIL000.TXT", saved);
        assertThat(bench.read(DIRECTORY + "/" + saved)).asString().isEqualTo("content");
        assertThat(bench.mailDirectories(Drive.C)).containsExactly("100202110457");
        assertThat(bench.files("C:/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"300, txt, 100", "100, txt, 100", "101, txt, 100", "5000, '', 100"})
    void longNamesAreShortenedBeforeTheExtension(int length, String extension, int expected) {
        String end = extension.isEmpty() ? "" : "." + extension;
        String name = "n".repeat(length - end.length()) + end;
        bench.deliver(Mails.mixed(Mails.text("hello"), Mails.file(name, "one"), Mails.file(name, "two")));
        bench.logIn();
        bench.fetch("1");
        assertThat(bench.files(DIRECTORY))
                .containsExactlyInAnyOrder(
                        "EMAIL000.TXT",
                        "n".repeat(expected - end.length()) + end,
                        "n".repeat(expected - end.length() - 2) + "_1" + end);
    }

    @Test
    void duplicates() {
        bench.deliver(Mails.mixed(
                Mails.text("hello"),
                Mails.file("a.txt", "1"),
                Mails.file("a.txt", "2"),
                Mails.file("A.TXT", "3"),
                Mails.file("a_1.txt", "4"),
                Mails.file("../a.txt", "5"),
                Mails.file("", "6"),
                Mails.file("", "7")));
        bench.logIn();
        bench.fetch("1");
        List<String> files = bench.files(DIRECTORY);
        assertThat(files).hasSize(8).contains("a.txt", "a_1.txt", "ATTACH001", "ATTACH002");
        assertThat(files.stream()
                        .filter(name -> !name.startsWith("EMAIL"))
                        .map(name -> new String(bench.read(DIRECTORY + "/" + name))))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
        assertThat(bench.read(DIRECTORY + "/a.txt")).asString().isEqualTo("1");
    }

    @Test
    void theDirectoryIsTheTimeOfTheModemsClock() {
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        assertThat(bench.fetch("1")).startsWith("C:/Email/100202110457/");
        assertThat(bench.fetch("1")).startsWith("C:/Email/100202110458/");
        assertThat(bench.fetch("1")).startsWith("C:/Email/100202110459/");
        bench.time().advance(Duration.ofSeconds(1));
        assertThat(bench.fetch("1")).startsWith("C:/Email/100202110500/");
        bench.ok("AT+CCLK=\"99/12/31,23:59:59+32\"");
        assertThat(bench.fetch("1")).startsWith("C:/Email/991231235959/");
        assertThat(bench.fetch("1")).startsWith("C:/Email/000101000000/");
    }

    @Test
    void theClockOfAModemThatKnowsNoTime() {
        try (MailBench other =
                MailBench.of(blueprint -> blueprint.clockStart(OffsetDateTime.parse("1980-01-06T07:27:58Z")))) {
            other.deliver(Mails.plain("one"));
            other.logIn();
            assertThat(other.fetch("1")).isEqualTo("C:/Email/800106072758/EMAIL000.TXT");
        }
    }

    @Test
    void nothingThatIsThereIsOverwritten() {
        bench.ok("AT+FSMKDIR=C:/Email", "AT+FSMKDIR=C:/Email/100202110457");
        bench.put("C:/Email/100202110457/EMAIL000.TXT", new byte[5]);
        bench.put("C:/Email/100202110458", new byte[6]);
        bench.deliver(Mails.plain("one"));
        bench.logIn();
        assertThat(bench.fetch("1")).isEqualTo("C:/Email/100202110459/EMAIL000.TXT");
        assertThat(bench.read("C:/Email/100202110457/EMAIL000.TXT")).hasSize(5);
        assertThat(bench.read("C:/Email/100202110458")).hasSize(6);
    }
}
