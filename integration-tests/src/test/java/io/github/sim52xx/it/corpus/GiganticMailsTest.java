package io.github.sim52xx.it.corpus;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.it.corpus.SmallModem.MEGABYTE;
import static io.github.sim52xx.it.corpus.SmallModem.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mails that are larger than any memory or have more of something than anybody has thought of: a report comes, the
 * process stays as small as it was, nothing half-saved is left, and the next command is answered.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GiganticMailsTest {

    private static final String HEADER = "From: a@server.com\r\nSubject: a\r\nX-Password: " + PASSWORD + "\r\n";

    private SmallModem modem;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        modem = new SmallModem(directory);
    }

    @BeforeEach
    void begin() throws IOException {
        modem.begin();
    }

    @AfterEach
    void end() throws IOException {
        modem.end();
    }

    @AfterAll
    void stop() throws IOException {
        try (SmallModem ended = modem) {
            assertThat(ended.console()).contains("+POP3: FILE SYSTEM ERROR");
            System.out.printf("gigantic mails: at most %d MB resident%n", ended.mostMegabytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: ",
                "X-Noise: ",
                "Content-Type: text/plain; name=",
                "Content-Type: multipart/mixed; boundary=",
                ""
            })
    void aHeaderLineOfFiftyMegabytes(String field) throws IOException {
        modem.mail(field, 50 * MEGABYTE, "x", "\r\n\r\ntext\r\n");
        if (field.isEmpty()) {
            // That is no header, but a text.
            modem.assertNoRoom();
        } else {
            modem.fetchAndRemove();
        }
        modem.logIn();
        assertThat(modem.terminal().line("AT+POP3HDR=1")).containsExactly("+POP3: SERVER ERROR", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Subject: a\r\n", " folded\r\n", "X: y\r\n", "Content-Type: multipart/mixed; boundary=b\r\n"})
    void aHeaderOfFiftyMegabytes(String line) throws IOException {
        modem.mail("To: a\r\n", 50 * MEGABYTE, line, "\r\ntext\r\n");
        modem.fetchAndRemove();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text\r\n", "x", "\r\n", "\n", "\0", ".\r\n"})
    void aTextLargerThanTheFlash(String piece) throws IOException {
        modem.mail("Subject: a\r\n\r\n", 20 * MEGABYTE, piece, "");
        modem.assertNoRoom();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "quoted-printable", "7bit", "x-uuencode"})
    void filesLargerThanTheFlash(String encoding) throws IOException {
        String file =
                "--b\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n"
                        + (encoding.equals("x-uuencode")
                                ? "begin 644 a.png\r\n" + ("M" + "8".repeat(60) + "\r\n").repeat(16_000) + "end\r\n"
                                : "QUJD".repeat(19).concat("\r\n").repeat(13_000));
        modem.mail(
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n",
                30 * MEGABYTE,
                file,
                "--b--\r\n");
        modem.assertNoRoom();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\n\r\n",
                "--b\r\nContent-Type: image/png; name=a.png\r\n\r\nx\r\n",
                "begin 644 a\r\n#0V%T\r\nend\r\n"
            })
    void partsWithoutNumber(String part) throws IOException {
        modem.mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n", 5 * MEGABYTE, part.repeat(100), "");
        modem.fetchAndRemove();
    }

    @Test
    void partsInPartsWithoutEnd() throws IOException {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int depth = 0; depth < 20_000; depth++) {
            mail.append("--b")
                    .append(depth)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(depth + 1)
                    .append("\r\n\r\n");
        }
        modem.mail(mail.append("text\r\n").toString());
        modem.fetchAndRemove();
    }

    @Test
    void aMailWithoutEnd() throws IOException {
        modem.mail(HEADER);
        modem.server()
                .conduct(Script.of().on(POP3, "RETR").perform(new Action.Endless(List.of("+OK", HEADER), PASSWORD)));
        modem.assertNoRoom();
        modem.server()
                .conduct(Script.of()
                        .on(POP3, "RETR")
                        .perform(new Action.Endless(List.of("+OK"), "X-Noise: " + PASSWORD)));
        modem.assertNoRoom();
        modem.server().conduct(Conduct.CORRECT);
        modem.fetchAndRemove();
    }
}
