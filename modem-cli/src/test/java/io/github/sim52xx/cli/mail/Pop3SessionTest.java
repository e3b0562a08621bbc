package io.github.sim52xx.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What POP3 says when everybody behaves, and when the client does not. */
class Pop3SessionTest {

    private static final String FIRST = "Subject: a\r\n\r\none\r\n.two\r\nthree\r\n";

    private MailServer server;

    @BeforeEach
    void start() throws IOException {
        server = MailServer.builder().start();
        server.mailbox().add(FIRST.getBytes(StandardCharsets.ISO_8859_1));
        server.mailbox().add("Subject: b\r\n\r\nx\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsAndRetrieves() throws IOException {
        try (RawClient client = RawClient.greeted(server.pop3Port())) {
            assertThat(client.ask("USER UserName")).isEqualTo("+OK");
            assertThat(client.ask("PASS password")).isEqualTo("+OK 2 messages");
            assertThat(client.ask("STAT")).isEqualTo("+OK 2 49");
            assertThat(client.ask("LIST")).isEqualTo("+OK 2 messages");
            assertThat(client.payload()).containsExactly("1 32", "2 17");
            assertThat(client.ask("LIST 2")).isEqualTo("+OK 2 17");
            assertThat(client.ask("RETR 1")).isEqualTo("+OK 32 octets");
            assertThat(client.payload()).containsExactly("Subject: a", "", "one", "..two", "three");
            assertThat(client.ask("NOOP")).isEqualTo("+OK");
            assertThat(client.ask("QUIT")).startsWith("+OK");
            assertThat(client.isClosedByServer()).isTrue();
        }
        assertThat(server.mailbox().messages()).hasSize(2);
    }

    @Test
    void listsUniqueIds() throws IOException {
        String first = server.mailbox().messages().get(0).id();
        String second = server.mailbox().messages().get(1).id();
        assertThat(first).matches("[!-~]{1,70}").isNotEqualTo(second);
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("UIDL 1")).isEqualTo("+OK 1 " + first);
            client.ask("DELE 1");
            assertThat(client.ask("UIDL")).startsWith("+OK");
            assertThat(client.payload()).containsExactly("2 " + second);
        }
    }

    @Test
    void showsTheTop() throws IOException {
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("TOP 1 0")).isEqualTo("+OK");
            assertThat(client.payload()).containsExactly("Subject: a", "");
            client.ask("TOP 1 2");
            assertThat(client.payload()).containsExactly("Subject: a", "", "one", "..two");
            client.ask("TOP 1 99");
            assertThat(client.payload()).hasSize(5);
            assertThat(client.ask("TOP 1")).startsWith("-ERR");
            assertThat(client.ask("TOP 1 -1")).startsWith("-ERR");
            assertThat(client.ask("TOP 3 1")).startsWith("-ERR");
        }
    }

    @Test
    void topOfAMailWithBareLineFeeds() throws IOException {
        server.mailbox().add("A: b\n\none\ntwo\n".getBytes(StandardCharsets.ISO_8859_1));
        try (RawClient client = RawClient.pop3(server)) {
            client.ask("TOP 3 1");
            assertThat(client.payload()).containsExactly("A: b\n\none\n");
        }
    }

    @Test
    void deletesAtQuitOnly() throws IOException {
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("DELE 1")).isEqualTo("+OK Message 1 deleted");
            assertThat(client.ask("DELE 1")).startsWith("-ERR");
            assertThat(client.ask("RETR 1")).startsWith("-ERR");
            assertThat(client.ask("LIST 1")).startsWith("-ERR");
            assertThat(client.ask("STAT")).isEqualTo("+OK 1 17");
            assertThat(client.ask("RSET")).startsWith("+OK");
            assertThat(client.ask("STAT")).isEqualTo("+OK 2 49");
            client.ask("DELE 2");
            assertThat(server.mailbox().messages()).hasSize(2);
            client.ask("QUIT");
        }
        assertThat(server.mailbox().messages())
                .singleElement()
                .satisfies(mail -> assertThat(mail.bytes()).isEqualTo(FIRST.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void nothingIsDeletedWithoutQuit() throws Exception {
        try (RawClient client = RawClient.pop3(server)) {
            client.ask("DELE 1");
        }
        assertThat(server.transcripts().get(0).awaitEnd(Duration.ofSeconds(60))).isTrue();
        assertThat(server.mailbox().messages()).hasSize(2);
    }

    @Test
    void aSessionSeesTheMailboxOfItsLogin() throws IOException {
        try (RawClient early = RawClient.pop3(server);
                RawClient other = RawClient.pop3(server)) {
            other.ask("DELE 1");
            other.ask("QUIT");
            server.mailbox().add(new byte[] {'x'});
            assertThat(early.ask("STAT")).isEqualTo("+OK 2 49");
            assertThat(early.ask("RETR 1")).isEqualTo("+OK 32 octets");
            assertThat(early.payload()).hasSize(5);
            early.ask("DELE 1");
            assertThat(early.ask("QUIT")).startsWith("+OK");
        }
        assertThat(server.mailbox().messages()).hasSize(2);
    }

    @Test
    void refusesStrangers() throws IOException {
        try (RawClient client = RawClient.greeted(server.pop3Port())) {
            assertThat(client.ask("STAT")).startsWith("-ERR");
            assertThat(client.ask("PASS pwd")).startsWith("-ERR");
            assertThat(client.ask("USER nobody")).startsWith("-ERR");
            assertThat(client.ask("PASS pwd")).startsWith("-ERR");
            assertThat(client.ask("USER un")).startsWith("+OK");
            assertThat(client.ask("PASS pwd ")).startsWith("-ERR");
            assertThat(client.ask("PASS pwd")).startsWith("-ERR USER first");
            assertThat(client.ask("USER un")).startsWith("+OK");
            assertThat(client.ask("PASS pwd")).startsWith("+OK");
            assertThat(client.ask("USER un")).startsWith("-ERR");
        }
    }

    @Test
    void apop() throws Exception {
        try (RawClient client = RawClient.connect(server.pop3Port())) {
            String greeting = client.line();
            assertThat(greeting).matches("\\+OK .*<[^<> ]+@[^<> ]+>");
            String stamp = greeting.substring(greeting.indexOf('<'));
            assertThat(client.ask("APOP un 0123")).startsWith("-ERR");
            assertThat(client.ask("APOP un")).startsWith("-ERR");
            assertThat(client.ask("APOP un " + digest(stamp + "pwd"))).isEqualTo("+OK 2 messages");
            assertThat(client.ask("STAT")).isEqualTo("+OK 2 49");
        }
        assertThat(server.transcripts().get(0).commands()).contains("APOP un ***");
    }

    @Test
    void tellsWhatItCan() throws IOException {
        try (RawClient client = RawClient.greeted(server.pop3Port())) {
            assertThat(client.ask("CAPA")).startsWith("+OK");
            assertThat(client.payload()).containsExactly("USER", "TOP", "UIDL", "PIPELINING", "IMPLEMENTATION sim52xx");
        }
    }

    @Test
    void pipelinedCommandsAreAnsweredInOrder() throws IOException {
        try (RawClient client = RawClient.greeted(server.pop3Port())) {
            client.send("USER un\r\nPASS pwd\r\nSTAT\r\nRETR 2\r\nDELE 2\r\nQUIT\r\n");
            assertThat(client.lines(10))
                    .containsExactly(
                            "+OK",
                            "+OK 2 messages",
                            "+OK 2 49",
                            "+OK 17 octets",
                            "Subject: b",
                            "",
                            "x",
                            ".",
                            "+OK Message 2 deleted",
                            "+OK Goodbye");
        }
        assertThat(server.mailbox().messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NONSENSE",
                "RETR",
                "RETR 0",
                "RETR 3",
                "RETR -1",
                "RETR x",
                "RETR 99999999999",
                "LIST x",
                "DELE",
                "TOP",
                "AUTH",
                "STLS",
                "USER un",
                "."
            })
    void refuses(String line) throws IOException {
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask(line)).startsWith("-ERR");
            assertThat(client.ask("STAT")).isEqualTo("+OK 2 49");
        }
    }

    private static String digest(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
