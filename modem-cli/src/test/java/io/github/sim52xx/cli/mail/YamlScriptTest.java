package io.github.sim52xx.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.hostile.ScriptFile;
import io.github.sim52xx.cli.hostile.Upset;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each action of a YAML script, as a client meets it. */
class YamlScriptTest {

    @TempDir
    private Path directory;

    private final WatchedTime time = new WatchedTime();
    private final List<Upset> upsets = new CopyOnWriteArrayList<>();
    private MailServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void replyEarlyRaw() throws IOException {
        start("""
                rules:
                  - {on: smtp RCPT, nth: 1, reply: 550 5.1.1 No such user}
                  - {on: smtp NOOP, reply: [250-one, 250 two]}
                  - {on: smtp RCPT, early: ["250 ok", "354 and the mail?"]}
                  - {on: smtp RSET, raw: "25\\x00\\xff"}
                """);
        try (RawClient client = RawClient.smtp(server)) {
            client.ask("MAIL FROM:<a@b>");
            assertThat(client.ask("RCPT TO:<c@d>")).isEqualTo("550 5.1.1 No such user");
            client.send("NOOP\r\n");
            assertThat(client.lines(2)).containsExactly("250-one", "250 two");
            assertThat(client.ask("RCPT TO:<c@d>")).isEqualTo("250 ok");
            assertThat(client.line()).isEqualTo("354 and the mail?");
            client.send("RSET\r\n");
            assertThat(client.bytes(4)).isEqualTo(ScriptedServer.bytes("25\u0000\u00ff"));
            assertThat(client.hearsNothing()).isTrue();
            while (!server.isHolding()) {
                // What has been said may have come before the server goes on to wait.
                assertThat(client.hearsNothing()).isTrue();
            }
        }
        assertThat(upsets)
                .extracting(Upset::describe)
                .containsExactly(
                        "smtp 1 RCPT: says \"550 5.1.1 No such user\"",
                        "smtp 1 NOOP: says \"250-one\", \"250 two\"",
                        "smtp 1 RCPT: says \"250 ok\", \"354 and the mail?\" before its time",
                        "smtp 1 RSET: sends \"25\u0000\u00ff\"");
    }

    @Test
    void theSameSeedSendsTheSameBytes() throws IOException {
        String script = "rules: [{on: pop3 GREETING, garbage: 5000}]";
        byte[] first = greeting(script, 1);
        assertThat(greeting(script, 1)).isEqualTo(first);
        assertThat(greeting(script, 2)).isNotEqualTo(first);
    }

    @Test
    void closeAndCut() throws IOException {
        start("""
                rules:
                  - {on: smtp MAIL, close: 421 4.3.2 Bye}
                  - {on: smtp EHLO, cut: 6}
                  - {on: smtp GREETING, nth-ever: 3, close: true}
                """);
        try (RawClient client = RawClient.smtp(server)) {
            assertThat(client.ask("MAIL FROM:<a@b>")).isEqualTo("421 4.3.2 Bye");
            assertThat(client.isClosedByServer()).isTrue();
        }
        try (RawClient client = RawClient.greeted(server.smtpPort())) {
            client.send("EHLO x\r\n");
            assertThat(client.rest()).isEqualTo(ScriptedServer.bytes("250-si"));
        }
        try (RawClient client = RawClient.connect(server.smtpPort())) {
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aReplyInTheMiddleOfTheMail() throws IOException {
        start("rules: [{on: smtp DATA, cut: {after: 1K, say: 421 4.3.2 Shutting down}}]");
        try (RawClient client = RawClient.atData(server)) {
            client.send("x".repeat(1023));
            assertThat(client.hearsNothing()).isTrue();
            client.send("x");
            assertThat(client.line()).isEqualTo("421 4.3.2 Shutting down");
            assertThat(client.isClosedByServer()).isTrue();
        }
        assertThat(server.transcripts().get(0).replies()).last().isEqualTo("421 4.3.2 Shutting down");
    }

    @Test
    void aReplyInTheMiddleOfAFetchedMail() throws IOException {
        start("""
                mails: [first]
                rules: [{on: pop3 RETR, cut: {after: 3, say: -ERR Going}}]
                """);
        try (RawClient client = RawClient.pop3(server)) {
            client.ask("RETR 1");
            assertThat(client.rest()).hasSize(3 + 12).endsWith(ScriptedServer.bytes("-ERR Going\r\n"));
        }
    }

    @Test
    void endless() throws IOException {
        start("rules: [{on: pop3 STAT, endless: [+OK, \"Subject: x\", and on]}]");
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("STAT")).isEqualTo("+OK");
            assertThat(client.line()).isEqualTo("Subject: x");
            for (int i = 0; i < 1000; i++) {
                assertThat(client.line()).isEqualTo("and on");
            }
        }
    }

    @Test
    void stallInTheMiddleUntilThePeerGoes() throws Exception {
        start("""
                mails: [first]
                rules: [{on: pop3 RETR, stall: 10}]
                """);
        try (RawClient client = RawClient.pop3(server)) {
            client.ask("RETR 1");
            assertThat(client.bytes(10)).hasSize(10);
            assertThat(client.hearsNothing()).isTrue();
            while (!server.isHolding()) {
                // What has been said may have come before the server goes on to wait.
                assertThat(client.hearsNothing()).isTrue();
            }
        }
        assertThat(server.transcripts().get(0).awaitEnd(ScriptedServer.PATIENCE))
                .isTrue();
        assertThat(server.isHolding()).isFalse();
    }

    @Test
    void delayAndDripByTheServersTime() throws Exception {
        start("""
                rules:
                  - {on: pop3 STAT, delay: 20s, reply: -ERR late}
                  - {on: pop3 NOOP, drip: {bytes: 2, every: 3s}}
                """);
        try (RawClient client = RawClient.pop3(server)) {
            client.send("STAT\r\n");
            time.awaitWait(Duration.ofSeconds(20));
            assertThat(server.isHolding()).isTrue();
            time.advance(Duration.ofSeconds(20));
            assertThat(server.isHolding()).isFalse();
            assertThat(client.line()).isEqualTo("-ERR late");
            client.send("NOOP\r\n");
            assertThat(client.bytes(2)).isEqualTo(ScriptedServer.bytes("+O"));
            time.awaitWait(Duration.ofSeconds(3));
            assertThat(client.hearsNothing()).isTrue();
            time.advance(Duration.ofSeconds(3));
            assertThat(client.bytes(2)).isEqualTo(ScriptedServer.bytes("K\r"));
        }
    }

    @Test
    void onlyAnOldSession() throws IOException {
        start("rules: [{on: pop3 NOOP, after: 1m, reply: -ERR too old}]");
        try (RawClient client = RawClient.pop3(server)) {
            time.advance(Duration.ofSeconds(59));
            assertThat(client.ask("NOOP")).isEqualTo("+OK");
            time.advance(Duration.ofSeconds(1));
            assertThat(client.ask("NOOP")).isEqualTo("-ERR too old");
        }
    }

    @Test
    void lies() throws IOException {
        start("""
                mails: [first, second]
                rules:
                  - {on: pop3 STAT, lie: {messages: -1, octets: 5}}
                  - {on: pop3 UIDL, lie: {id: "id-{random}"}}
                """);
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("STAT")).isEqualTo("+OK 1 2139");
            client.ask("UIDL");
            List<String> ids = client.payload();
            assertThat(ids).hasSize(2);
            assertThat(ids.get(0)).matches("1 id-[0-9a-f]{16}");
            assertThat(ids.get(1).substring(2)).isEqualTo(ids.get(0).substring(2));
            client.ask("UIDL");
            assertThat(client.payload()).doesNotContainAnyElementsOf(ids);
        }
    }

    @Test
    void nobodyListens() throws IOException {
        start("refusing: smtp");
        assertThatThrownBy(() -> RawClient.connect(server.smtpPort())).isInstanceOf(ConnectException.class);
        assertThatThrownBy(
                        () -> MailServer.builder().smtpPort(server.smtpPort()).start())
                .hasMessageContaining("SMTP port 127.0.0.1:" + server.smtpPort());
        RawClient.pop3(server).close();
    }

    @Test
    void accountsOfItsOwn() throws IOException {
        start("accounts: {me: secret}");
        try (RawClient client = RawClient.greeted(server.pop3Port())) {
            assertThat(client.ask("USER un")).startsWith("-ERR");
            assertThat(client.ask("USER me")).startsWith("+OK");
            assertThat(client.ask("PASS secret")).startsWith("+OK");
        }
    }

    private void start(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("script.yaml"), yaml);
        server = ScriptFile.read(file).start(MailServer.builder().time(time), 1, upsets::add);
    }

    private byte[] greeting(String yaml, long seed) throws IOException {
        Path file = Files.writeString(directory.resolve("script.yaml"), yaml);
        if (server != null) {
            server.close();
        }
        server = ScriptFile.read(file).start(MailServer.builder(), seed, upsets::add);
        try (RawClient client = RawClient.connect(server.pop3Port())) {
            return client.bytes(5000);
        }
    }
}
