package io.github.sim52xx.cli.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each misbehaviour, as a client meets it. */
class ScriptTest extends ScriptedServer {

    @Test
    void theFirstRuleThatMatchesCounts() {
        Action first = new Action.Reply("1");
        Action second = new Action.Reply("2");
        Script script = new Script(List.of(
                new Rule(SMTP, "RCPT", 2, 0, first),
                new Rule(SMTP, "RCPT", 0, 5, second),
                new Rule(POP3, "RCPT", 0, 0, first)));
        assertThat(script.at(new Occasion(SMTP, "RCPT", "", 2, 5))).isSameAs(first);
        assertThat(script.at(new Occasion(SMTP, "RCPT", "", 1, 5))).isSameAs(second);
        assertThat(script.at(new Occasion(SMTP, "RCPT", "", 1, 1))).isSameAs(Action.PROCEED);
        assertThat(script.at(new Occasion(SMTP, "MAIL", "", 2, 5))).isSameAs(Action.PROCEED);
    }

    @Test
    void aScriptDoesNotChangeWhenItIsContinued() {
        Script script = Script.of().on(SMTP, "RCPT").nth(1).reply("550 no");
        script.on(SMTP, "MAIL").reply("550 no");
        assertThat(script.at(new Occasion(SMTP, "MAIL", "", 1, 1))).isSameAs(Action.PROCEED);
        assertThat(script.at(new Occasion(SMTP, "RCPT", "", 1, 1))).isEqualTo(new Action.Reply("550 no"));
    }

    @Test
    void aReplyInPlaceOfTheRightOneDoesNothing() throws IOException {
        server.conduct(Script.of()
                .on(SMTP, "RCPT")
                .nth(1)
                .reply("550 5.1.1 No such user")
                .on(SMTP, "NOOP")
                .reply("250-one", "250 two")
                .on(SMTP, ".")
                .reply("250 thank you"));
        try (RawClient client = RawClient.smtp(server)) {
            client.ask("MAIL FROM:<a@b>");
            assertThat(client.ask("RCPT TO:<bad@b>")).isEqualTo("550 5.1.1 No such user");
            assertThat(client.ask("DATA")).startsWith("554");
            assertThat(client.ask("RCPT TO:<good@b>")).startsWith("250");
            client.send("NOOP\r\n");
            assertThat(client.lines(2)).containsExactly("250-one", "250 two");
            client.ask("DATA");
            assertThat(client.ask("x\r\n.")).isEqualTo("250 thank you");
        }
        assertThat(server.mailbox().messages()).hasSize(1);
    }

    @Test
    void verbsAreCountedPerSessionAndForTheServer() throws IOException {
        server.conduct(Script.of()
                .on(POP3, "")
                .nthEver(2)
                .close("-ERR come back later")
                .on(POP3, "NOOP")
                .nth(2)
                .reply("-ERR again?"));
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("NOOP")).startsWith("+OK");
            assertThat(client.ask("NOOP")).startsWith("-ERR again?");
            assertThat(client.ask("NOOP")).startsWith("+OK");
        }
        try (RawClient client = RawClient.connect(server.pop3Port())) {
            assertThat(client.line()).isEqualTo("-ERR come back later");
            assertThat(client.isClosedByServer()).isTrue();
        }
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("NOOP")).startsWith("+OK");
            assertThat(client.ask("NOOP")).startsWith("-ERR again?");
        }
    }

    @Test
    void linesThatAreNoCommandsCanBeScriptedToo() throws IOException {
        server.conduct(Script.of().on(SMTP, Occasion.UNKNOWN).reply("250 sure"));
        try (RawClient client = RawClient.smtp(server)) {
            assertThat(client.ask("XYZZY")).isEqualTo("250 sure");
        }
    }

    @Test
    void theAnswerToAChallengeIsAnOccasion() throws IOException {
        server.conduct(Script.of().on(SMTP, Occasion.CHALLENGED).reply("454 4.7.0 Not today"));
        try (RawClient client = RawClient.greeted(server.smtpPort())) {
            client.send("EHLO x\r\n");
            client.lines(5);
            client.ask("AUTH LOGIN");
            assertThat(client.ask("dW4=")).isEqualTo("454 4.7.0 Not today");
            assertThat(client.ask("NOOP")).startsWith("250");
        }
    }

    @Test
    void closesWithoutAReplyButAfterEarlierOnes() throws IOException {
        server.conduct(Script.of().on(SMTP, "RCPT").close());
        try (RawClient client = RawClient.smtp(server)) {
            client.send("MAIL FROM:<a@b>\r\nRCPT TO:<a@b>\r\n");
            assertThat(client.line()).startsWith("250");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void liesAboutNumbersAndSizes() throws IOException {
        server.conduct(Script.of()
                .on(POP3, "STAT")
                .lie(2, -1)
                .on(POP3, "LIST")
                .lie(1, 1000)
                .on(POP3, "RETR")
                .lie(0, 5));
        try (RawClient client = RawClient.pop3(server)) {
            assertThat(client.ask("STAT")).isEqualTo("+OK 3 200001");
            assertThat(client.ask("LIST")).isEqualTo("+OK 2 messages");
            assertThat(client.payload()).containsExactly("1 201002");
            assertThat(client.ask("LIST 1")).isEqualTo("+OK 1 201002");
            assertThat(client.ask("RETR 1")).isEqualTo("+OK 200007 octets");
            assertThat(client.bytes(200_005)).endsWith(bytes("\r\n.\r\n"));
            assertThat(client.ask("NOOP")).isEqualTo("+OK");
        }
    }

    @Test
    void sendsGarbage() throws IOException {
        byte[] garbage = {0, 1, (byte) 0xff, '\n', '\n', 'x'};
        server.conduct(Script.of().on(SMTP, "").garbage(garbage));
        try (RawClient client = RawClient.connect(server.smtpPort())) {
            assertThat(client.bytes(6)).isEqualTo(garbage);
            assertThat(client.ask("HELO x")).startsWith("250");
        }
    }

    @Test
    void repliesEarlyAndDoesItsWorkSilently() throws IOException {
        server.conduct(Script.of()
                .on(SMTP, "DATA")
                .earlyReply("354 go", "250 stored already")
                .on(SMTP, ".")
                .earlyReply());
        try (RawClient client = RawClient.smtp(server)) {
            client.ask("MAIL FROM:<a@b>");
            client.ask("RCPT TO:<c@d>");
            assertThat(client.ask("DATA")).isEqualTo("354 go");
            assertThat(client.line()).isEqualTo("250 stored already");
            assertThat(client.ask("x\r\n.\r\nQUIT")).startsWith("221");
        }
        assertThat(server.mailbox().messages()).hasSize(2);
    }

    @Test
    void theEarliestReplyIsTheNextCommands() throws IOException {
        server.conduct(Script.of().on(SMTP, "RCPT").earlyReply("250 ok", "354 and the mail?"));
        try (RawClient client = RawClient.smtp(server)) {
            client.ask("MAIL FROM:<a@b>");
            assertThat(client.ask("RCPT TO:<c@d>")).isEqualTo("250 ok");
            assertThat(client.line()).isEqualTo("354 and the mail?");
            assertThat(client.ask("DATA")).startsWith("354 End");
            assertThat(client.ask(".")).startsWith("250");
        }
    }

    @Test
    void conductCanChangeAtAnyTime() throws IOException {
        try (RawClient client = RawClient.pop3(server)) {
            server.conduct(Script.of().on(POP3, "NOOP").reply("-ERR now"));
            assertThat(client.ask("NOOP")).isEqualTo("-ERR now");
            server.conduct(Conduct.CORRECT);
            assertThat(client.ask("NOOP")).isEqualTo("+OK");
        }
    }

    @Test
    void refusesNonsenseInScripts() {
        assertThatThrownBy(() -> new Action.CutAfter(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Action.Drip(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stall(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
