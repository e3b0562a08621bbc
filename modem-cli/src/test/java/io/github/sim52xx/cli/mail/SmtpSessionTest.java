package io.github.sim52xx.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SMTP says when everybody behaves, and when the client does not. */
class SmtpSessionTest {

    private MailServer server;

    @BeforeEach
    void start() throws IOException {
        server = MailServer.builder().sizeLimit(1 << 20).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesAMailAndRemembersTheEnvelope() throws IOException {
        try (RawClient client = RawClient.connect(server.smtpPort())) {
            assertThat(client.line()).isEqualTo("220 sim52xx ESMTP ready");
            client.send("EHLO modem\r\n");
            assertThat(client.lines(5))
                    .containsExactly(
                            "250-sim52xx",
                            "250-PIPELINING",
                            "250-SIZE 1048576",
                            "250-8BITMIME",
                            "250 AUTH PLAIN LOGIN CRAM-MD5");
            assertThat(client.ask("MAIL FROM:<john@server.com> SIZE=20 BODY=8BITMIME AUTH=<>"))
                    .isEqualTo("250 2.1.0 OK");
            assertThat(client.ask("RCPT TO:<jane@server.com>")).isEqualTo("250 2.1.5 OK");
            assertThat(client.ask("RCPT TO:<joe@server.com>")).isEqualTo("250 2.1.5 OK");
            assertThat(client.ask("DATA")).startsWith("354 ");
            client.send("Subject: x\r\n\r\nh\u00e9llo\r\n");
            assertThat(client.ask(".")).startsWith("250 2.0.0 ");
            assertThat(client.ask("QUIT")).startsWith("221 ");
            assertThat(client.isClosedByServer()).isTrue();
        }
        assertThat(server.mailbox().messages()).singleElement().satisfies(mail -> {
            assertThat(mail.envelope())
                    .isEqualTo(new Envelope("john@server.com", List.of("jane@server.com", "joe@server.com")));
            assertThat(text(mail)).isEqualTo("Subject: x\r\n\r\nh\u00e9llo\r\n");
            assertThat(mail.size()).isEqualTo(21);
        });
    }

    @Test
    void severalMailsInOneSession() throws IOException {
        try (RawClient client = RawClient.atData(server)) {
            client.ask("one\r\n.");
            assertThat(client.ask("DATA")).startsWith("503");
            client.ask("MAIL FROM:<>");
            assertThat(client.ask("DATA")).startsWith("554");
            client.ask("RCPT TO:<x@y>");
            client.ask("DATA");
            assertThat(client.ask(".")).startsWith("250");
        }
        assertThat(server.mailbox().messages())
                .extracting(SmtpSessionTest::text)
                .containsExactly("one\r\n", "");
        assertThat(server.mailbox().messages().get(1).envelope()).isEqualTo(new Envelope("", List.of("x@y")));
    }

    @Test
    void pipelinedCommandsAreAnsweredInOrder() throws IOException {
        try (RawClient client = RawClient.connect(server.smtpPort())) {
            client.send("HELO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nhi\r\n.\r\nNOOP\r\nQUIT\r\n");
            assertThat(client.lines(8))
                    .extracting(line -> line.substring(0, 3))
                    .containsExactly("220", "250", "250", "250", "354", "250", "250", "221");
        }
        assertThat(server.mailbox().messages())
                .extracting(SmtpSessionTest::text)
                .containsExactly("hi\r\n");
    }

    @Test
    void everyCommandHasItsPlace() throws IOException {
        try (RawClient client = RawClient.greeted(server.smtpPort())) {
            assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("503");
            assertThat(client.ask("RCPT TO:<a@b>")).startsWith("503");
            assertThat(client.ask("DATA")).startsWith("503");
            assertThat(client.ask("RSET")).startsWith("250");
            assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("503");
            assertThat(client.ask("AUTH PLAIN")).startsWith("503");
            assertThat(client.ask("HELO x")).isEqualTo("250 sim52xx");
            assertThat(client.ask("AUTH PLAIN")).startsWith("503");
            assertThat(client.ask("RCPT TO:<a@b>")).startsWith("503");
            assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("250");
            assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("503");
            assertThat(client.ask("RCPT TO:<a@b>")).startsWith("250");
            assertThat(client.ask("rset")).startsWith("250");
            assertThat(client.ask("DATA")).startsWith("503");
            assertThat(client.ask("mail from:<a@b>")).startsWith("250");
            assertThat(client.ask("RCPT TO:<a@b>")).startsWith("250");
            assertThat(client.ask("HELO x")).startsWith("250");
            assertThat(client.ask("RCPT TO:<a@b>")).startsWith("503");
            assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("250");
            assertThat(client.ask("DATA")).startsWith("554");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOOP, 250",
        "NOOP whatever, 250",
        "VRFY, 501",
        "VRFY john, 252",
        "HELP, 214",
        "HELO, 501",
        "EHLO, 501",
        "RSET now, 501",
        "DATA now, 501",
        "QUIT now, 501",
        "EXPN list, 502",
        "STARTTLS, 502",
        "BDAT 5, 502",
        "'', 500",
        "NONSENSE, 500",
        ". , 500",
        "334 x, 500",
        "? , 500",
        "MAILFROM:<a@b>, 500"
    })
    void repliesTo(String line, String code) throws IOException {
        try (RawClient client = RawClient.smtp(server)) {
            assertThat(client.ask(line)).startsWith(code);
            assertThat(client.ask("NOOP")).startsWith("250");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL",
                "MAIL FROM",
                "MAIL FROM:",
                "MAIL FROM:a@b",
                "MAIL FROM:<a@b",
                "MAIL FROM:<a b@c>",
                "MAIL FROM:<<a@b>",
                "MAIL FROM:<a@>",
                "MAIL FROM:<@b>",
                "MAIL FROM:<j\u00f6@b>",
                "MAIL FROM:<a@b>SIZE=1",
                "MAIL FROM:<a@b> SIZE=x",
                "MAIL FROM:<a@b> SIZE=",
                "MAIL FROM:<a@b> BODY=9BIT",
                "MAIL TO:<a@b>"
            })
    void refusesMalformedSenders(String line) throws IOException {
        try (RawClient client = RawClient.smtp(server)) {
            assertThat(client.ask(line)).startsWith("501");
            assertThat(client.ask("MAIL FROM:<" + "a".repeat(300) + "@b>")).startsWith("501");
            assertThat(client.ask("MAIL FROM:<a@b> NEW=x")).startsWith("555");
            assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("250");
        }
    }

    @Test
    void readsEveryFormOfAnAddress() throws IOException {
        try (RawClient client = RawClient.smtp(server)) {
            client.ask("MAIL FROM: <a@b>  SIZE=1");
            assertThat(client.ask("RCPT TO:<>")).startsWith("501");
            assertThat(client.ask("RCPT TO:<a@b> NOTIFY=NEVER")).startsWith("555");
            client.ask("RCPT TO:<\"a \\\" > b\"@c>");
            client.ask("RCPT TO:<@x,@y:john@server.com>");
            client.ask("RCPT TO:<Postmaster>");
            client.ask("DATA");
            client.ask(".");
        }
        assertThat(server.mailbox().messages().get(0).envelope())
                .isEqualTo(new Envelope("a@b", List.of("\"a \\\" > b\"@c", "john@server.com", "Postmaster")));
    }

    @Test
    void takesAHundredRecipients() throws IOException {
        try (RawClient client = RawClient.smtp(server)) {
            client.ask("MAIL FROM:<a@b>");
            for (int i = 0; i < 100; i++) {
                assertThat(client.ask("RCPT TO:<r" + i + "@d>")).startsWith("250");
            }
            assertThat(client.ask("RCPT TO:<r@d>")).startsWith("452");
        }
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        try (RawClient client = RawClient.smtp(server)) {
            assertThat(client.ask("MAIL FROM:<a@b> SIZE=1048577")).startsWith("552");
            assertThat(client.ask("MAIL FROM:<a@b> SIZE=99999999999999999999")).startsWith("552");
            assertThat(client.ask("MAIL FROM:<a@b> SIZE=1048576")).startsWith("250");
            client.ask("RCPT TO:<a@b>");
            client.ask("DATA");
            client.send("x".repeat(1 << 20));
            assertThat(client.ask("\r\n.")).startsWith("552");
            assertThat(server.mailbox().messages()).isEmpty();
            client.ask("MAIL FROM:<a@b>");
            client.ask("RCPT TO:<a@b>");
            client.ask("DATA");
            assertThat(client.ask("x\r\n.")).startsWith("250");
        }
    }

    @Test
    void aMailOfExactlyTheLimitIsTaken() throws IOException {
        try (RawClient client = RawClient.atData(server)) {
            client.send("x".repeat((1 << 20) - 2));
            assertThat(client.ask("\r\n.")).startsWith("250");
        }
    }

    @Test
    void aMailThatBreaksOffIsNotKept() throws Exception {
        try (RawClient client = RawClient.atData(server)) {
            client.send("half a ma");
        }
        Transcript transcript = server.transcripts().get(0);
        assertThat(transcript.awaitEnd(Duration.ofSeconds(60))).isTrue();
        assertThat(transcript.commands()).last().isEqualTo("DATA");
        assertThat(server.mailbox().messages()).isEmpty();
    }

    @Test
    void keepsTranscripts() throws Exception {
        try (RawClient client = RawClient.atData(server)) {
            client.ask("secret text\r\n.");
            client.ask("QUIT");
        }
        Transcript transcript = server.transcripts().get(0);
        assertThat(transcript.awaitEnd(Duration.ofSeconds(60))).isTrue();
        assertThat(transcript.protocol()).isEqualTo(Protocol.SMTP);
        assertThat(transcript.commands())
                .containsExactly("HELO test", "MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA", ".", "QUIT");
        assertThat(transcript.lines()).startsWith("S: 220 sim52xx ESMTP ready", "C: HELO test", "S: 250 sim52xx");
        assertThat(transcript.replies()).hasSize(7).last().isEqualTo("221 2.0.0 Goodbye");
    }

    private static String text(StoredMail mail) {
        try {
            return new String(mail.bytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
