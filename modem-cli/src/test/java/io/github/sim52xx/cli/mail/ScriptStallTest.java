package io.github.sim52xx.cli.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Servers that stall, as a client meets them. */
class ScriptStallTest extends ScriptedServer {

    @Test
    void stallsUntilReleased() throws Exception {
        Stall stall = new Stall();
        server.conduct(Script.of().on(SMTP, ".").perform(stall));
        try (RawClient client = RawClient.atData(server)) {
            client.send("x\r\n.\r\nNOOP\r\n");
            assertThat(stall.awaitHeld(PATIENCE)).isTrue();
            assertThat(client.hearsNothing()).isTrue();
            time.advance(Duration.ofHours(5));
            assertThat(server.mailbox().messages()).hasSize(1);
            client.send("QUIT\r\n");
            stall.release();
            assertThat(client.line()).startsWith("250 2.0.0 Kept");
            assertThat(client.line()).isEqualTo("250 2.0.0 OK");
            assertThat(client.line()).startsWith("221");
        }
        assertThat(server.mailbox().messages()).hasSize(2);
    }

    @Test
    void earlierRepliesAreNotHeldBack() throws IOException {
        server.conduct(Script.of().on(SMTP, "RCPT").stall());
        try (RawClient client = RawClient.smtp(server)) {
            client.send("MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\n");
            assertThat(client.line()).startsWith("250");
        }
    }

    @Test
    void aStallEndsWhenThePeerGoes() throws Exception {
        Stall stall = new Stall();
        server.conduct(Script.of().on(SMTP, ".").perform(stall));
        try (RawClient client = RawClient.atData(server)) {
            client.send("x\r\n.\r\n");
            assertThat(stall.awaitHeld(PATIENCE)).isTrue();
            client.send("RSET\r\nQUIT\r\n");
        }
        assertThat(server.transcripts().get(0).awaitEnd(PATIENCE)).isTrue();
        assertThat(server.mailbox().messages()).hasSize(1);
    }

    @Test
    void aStallEndsWithTheServer() throws Exception {
        Stall stall = new Stall();
        server.conduct(Script.of().on(POP3, "").perform(stall));
        try (RawClient client = RawClient.connect(server.pop3Port())) {
            assertThat(stall.awaitHeld(PATIENCE)).isTrue();
            server.close();
            assertThat(server.transcripts().get(0).awaitEnd(PATIENCE)).isTrue();
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aStallThatWasReleasedHoldsNobody() throws IOException {
        Stall stall = new Stall();
        stall.release();
        server.conduct(Script.of().on(POP3, "NOOP").perform(stall));
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("NOOP")).isEqualTo("+OK");
        }
    }

    @Test
    void stallsInTheMiddleOfAPayload() throws Exception {
        Stall stall = new Stall(100_000);
        server.conduct(Script.of().on(POP3, "RETR").perform(stall));
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("RETR 1")).isEqualTo("+OK 200002 octets");
            assertThat(client.bytes(100_000)).hasSize(100_000);
            assertThat(stall.awaitHeld(PATIENCE)).isTrue();
            assertThat(client.hearsNothing()).isTrue();
            stall.release();
            assertThat(client.bytes(100_005)).endsWith(bytes("789\r\n.\r\n"));
            assertThat(client.ask("NOOP")).isEqualTo("+OK");
        }
    }

    @Test
    void stallsRightAfterTheFirstLine() throws Exception {
        Stall stall = new Stall(0);
        server.conduct(Script.of().on(POP3, "TOP").perform(stall));
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("TOP 1 0")).isEqualTo("+OK");
            assertThat(stall.awaitHeld(PATIENCE)).isTrue();
            assertThat(client.hearsNothing()).isTrue();
        }
        assertThat(server.transcripts().get(0).awaitEnd(PATIENCE)).isTrue();
    }

    @Test
    void stallsWhileItReceives() throws Exception {
        Stall stall = new Stall(10_000);
        server.conduct(Script.of().on(SMTP, "DATA").perform(stall));
        try (RawClient client = RawClient.atData(server)) {
            client.send("x".repeat(20_000) + "\r\n.\r\n");
            assertThat(stall.awaitHeld(PATIENCE)).isTrue();
            assertThat(client.hearsNothing()).isTrue();
            stall.release();
            assertThat(client.line()).startsWith("250");
        }
        assertThat(server.mailbox().messages().get(1).size()).isEqualTo(20_002);
    }

    @Test
    void delaysByItsClock() throws Exception {
        server.conduct(Script.of()
                .on(SMTP, "NOOP")
                .nth(1)
                .delay(Duration.ofSeconds(31))
                .on(SMTP, "NOOP")
                .perform(new Action.Delay(Duration.ofMinutes(11), new Action.Reply("421 bye"))));
        try (RawClient client = RawClient.smtp(server)) {
            client.send("NOOP\r\n");
            time.awaitWait(Duration.ofSeconds(31));
            time.advance(Duration.ofMillis(30_999));
            assertThat(client.hearsNothing()).isTrue();
            time.advance(Duration.ofMillis(1));
            assertThat(client.line()).isEqualTo("250 2.0.0 OK");
            client.send("NOOP\r\n");
            time.awaitWait(Duration.ofMinutes(11));
            time.advance(Duration.ofMinutes(11));
            assertThat(client.line()).isEqualTo("421 bye");
        }
    }
}
