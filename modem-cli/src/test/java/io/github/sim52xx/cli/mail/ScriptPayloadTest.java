package io.github.sim52xx.cli.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Payloads cut and dripped, as a client meets them. */
class ScriptPayloadTest extends ScriptedServer {

    @Test
    void cutsItsPayload() throws IOException {
        server.conduct(Script.of()
                .on(POP3, "RETR")
                .nth(1)
                .cutAfter(123_456)
                .on(POP3, "LIST")
                .cutAfter(0)
                .on(POP3, "STAT")
                .cutAfter(5));
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("RETR 1")).isEqualTo("+OK 200002 octets");
            assertThat(client.rest()).hasSize(123_456);
        }
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("LIST")).isEqualTo("+OK 1 messages");
            assertThat(client.rest()).isEmpty();
        }
        try (RawClient client = RawClient.pop3(server)) {
            client.send("NOOP\r\nSTAT\r\n");
            assertThat(client.line()).isEqualTo("+OK");
            assertThat(client.rest()).isEqualTo(bytes("+OK 1"));
        }
    }

    @Test
    void aPayloadThatIsShorterThanTheCutPassesWhole() throws IOException {
        server.conduct(Script.of().on(POP3, "LIST").cutAfter(13));
        try (RawClient client = RawClient.pop3(server)) {
            client.ask("LIST");
            assertThat(client.payload()).containsExactly("1 200002");
            assertThat(client.isClosedByServer()).isTrue();
        }
        server.conduct(Script.of().on(POP3, "LIST").cutAfter(14));
        try (RawClient client = RawClient.pop3(server)) {
            client.ask("LIST");
            assertThat(client.payload()).containsExactly("1 200002");
            assertThat(client.ask("NOOP")).isEqualTo("+OK");
        }
    }

    @Test
    void cutsWhatItReceives() throws Exception {
        server.conduct(Script.of().on(SMTP, "DATA").cutAfter(50_000));
        try (RawClient client = RawClient.atData(server)) {
            client.send("x".repeat(50_000));
            assertThat(client.isClosedByServer()).isTrue();
        }
        try (RawClient client = RawClient.atData(server)) {
            assertThat(client.ask("short\r\n.")).startsWith("250");
            client.send("y".repeat(100_000));
            assertThat(client.ask("")).startsWith("500");
        }
        assertThat(server.mailbox().messages()).hasSize(2);
        assertThat(server.transcripts().get(0).awaitEnd(PATIENCE)).isTrue();
        assertThat(server.transcripts().get(0).commands()).last().isEqualTo("DATA");
    }

    @Test
    void cutsRightAfter354() throws IOException {
        server.conduct(Script.of().on(SMTP, "DATA").cutAfter(0));
        try (RawClient client = RawClient.smtp(server)) {
            client.send("MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n");
            assertThat(client.lines(3)).last().asString().startsWith("354");
            assertThat(client.isClosedByServer()).isTrue();
        }
        try (RawClient client = RawClient.smtp(server)) {
            client.send("MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nwho does not wait\r\n");
            assertThat(client.lines(3)).last().asString().startsWith("354");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void dripsByItsClock() throws Exception {
        server.conduct(Script.of().on(POP3, "STAT").drip(4, Duration.ofSeconds(1)));
        try (RawClient client = RawClient.pop3(server)) {
            client.send("STAT\r\n");
            assertThat(client.bytes(4)).isEqualTo(bytes("+OK "));
            time.awaitWait(Duration.ofSeconds(1));
            assertThat(client.hearsNothing()).isTrue();
            time.advance(Duration.ofSeconds(1));
            assertThat(client.bytes(4)).isEqualTo(bytes("1 20"));
            time.awaitWait(Duration.ofSeconds(1));
            assertThat(client.hearsNothing()).isTrue();
            time.advance(Duration.ofSeconds(1));
            assertThat(client.bytes(4)).isEqualTo(bytes("0002"));
            time.awaitWait(Duration.ofSeconds(1));
            assertThat(client.hearsNothing()).isTrue();
            time.advance(Duration.ofSeconds(1));
            assertThat(client.line()).isEmpty();
            assertThat(client.ask("NOOP")).isEqualTo("+OK");
        }
    }

    @Test
    void dripsNoLongerWhenThePeerHasGone() throws Exception {
        server.conduct(Script.of().on(POP3, "RETR").drip(1, Duration.ofSeconds(1)));
        try (RawClient client = RawClient.pop3(server)) {
            client.send("RETR 1\r\n");
            time.awaitWait(Duration.ofSeconds(1));
        }
        Transcript transcript = server.transcripts().get(0);
        for (int i = 0; i < 6000 && !transcript.awaitEnd(Duration.ofMillis(10)); i++) {
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(transcript.awaitEnd(Duration.ZERO)).isTrue();
    }

    @Test
    void dripsAMailWhole() throws IOException {
        try (MailServer real = MailServer.builder()
                        .mailbox(server.mailbox())
                        .conduct(Script.of().on(POP3, "RETR").drip(1000, Duration.ZERO))
                        .start();
                RawClient client = RawClient.pop3(real)) {
            assertThat(client.ask("RETR 1")).startsWith("+OK");
            assertThat(client.bytes(200_005)).endsWith(bytes("789\r\n.\r\n"));
        }
    }

    @Test
    void repeatsItselfUntilThePeerGoes() throws Exception {
        server.conduct(Script.of().on(SMTP, "EHLO").endless("250-and on"));
        try (RawClient client = RawClient.greeted(server.smtpPort())) {
            client.send("EHLO x\r\n");
            for (int i = 0; i < 20_000; i++) {
                assertThat(client.line()).isEqualTo("250-and on");
            }
        }
        assertThat(server.transcripts().get(0).awaitEnd(PATIENCE)).isTrue();
    }
}
