package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.DataEntry;
import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.EscapedEntry;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.cli.world.Event;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What passes in data modes and at prompts is told both ways, by lines, and not all of a flood. */
class DataEventsTest {

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Events events = new Events(time);
    private final Far far = new Far();
    private final TestModem device =
            new TestModem(List.of(far), blueprint -> blueprint.trace(new Traces(Trace.NONE, new EventTrace(events))));
    private final AtDialogue dte = AtDialogue.quiet(device.modem());
    private final List<String> told = new ArrayList<>();

    @Test
    void bothDirectionsAreToldByLines() {
        begin();
        for (char typed : "GET /\r\n\r\n".toCharArray()) {
            dte.type(String.valueOf(typed));
        }
        far.says("200 OK\r\nhello");
        far.leaves();
        dte.line("AT");
        assertThat(told)
                .containsExactly(
                        "{terminal=1, received=GET /\\r}",
                        "{terminal=1, received=\\r}",
                        "{terminal=1, sent=200 OK\\r\\n}",
                        "{terminal=1, sent=hello}",
                        "{terminal=1, answer=NO CARRIER}",
                        "{terminal=1, command=AT}",
                        "{terminal=1, answer=OK}");
    }

    @Test
    void whatIsTypedAtAPromptIsTold() {
        begin();
        far.leaves();
        told.clear();
        dte.type("AT+TESTPROMPT\r");
        dte.type("one\r\ntw");
        dte.type("o\u001a");
        assertThat(told)
                .containsExactly(
                        "{terminal=1, command=AT+TESTPROMPT}",
                        "{terminal=1, received=one\\r\\n}",
                        "{terminal=1, received=two\\x1a}",
                        "{terminal=1, answer=>}",
                        "{terminal=1, answer=OK}");
    }

    @Test
    void passwordsStayOut() {
        begin();
        dte.type("AT+SMTPAUTH=1,\"un\",\"4711\"\r");
        dte.type("USER un\r\nPASS 4711\r\n");
        far.says("-ERR not 4711\r\n");
        dte.type("AUTH LOGIN\r\n");
        far.says("334 VXNlcm5hbWU6\r\n");
        dte.type("dW4=\r\n");
        far.says("334 UGFzc3dvcmQ6\r\n");
        dte.type("NDcxMQ==\r\n");
        far.says("235 go on\r\n");
        dte.type("MAIL\r\n");
        far.leaves();
        assertThat(String.join("\n", told))
                .doesNotContain("4711")
                .doesNotContain("NDcxMQ")
                .contains("received=MAIL\\r\\n}");
    }

    @Test
    void aFloodIsToldInPart() {
        begin();
        byte[] block = "x".repeat(1000).concat("\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 1000; i++) {
            far.says(new String(block, StandardCharsets.ISO_8859_1));
        }
        dte.type("still\r");
        assertThat(told).hasSizeBetween(5, 15).last().isEqualTo("{terminal=1, received=still\\r}");
        int before = told.size() - 1;
        time.advance(Duration.ofSeconds(1));
        far.says("later\n");
        assertThat(told).last().isEqualTo("{terminal=1, sent=later\\n, leftOut=" + (1000 - before) + "}");
    }

    private void begin() {
        dte.type("AT+TESTFAR\r");
        events.watch(this::note);
    }

    private void note(Event event) {
        told.add(event.fields().toString());
    }

    /** AT+TESTFAR is a connection to somebody who says what the test wants. */
    private static final class Far implements CommandSet<Modem>, DataSession {

        private Line line;

        void says(String text) {
            line.send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void leaves() {
            line.leave(ResultCode.NO_CARRIER);
        }

        @Override
        public String subject() {
            return "A connection for tests";
        }

        @Override
        public void addTo(CommandTable.Builder<Modem> table) {
            DataEntry entry = new EscapedEntry(100, bytes -> Response.ok(), Response::ok);
            table.rows()
                    .command("+TESTFAR", "connection")
                    .execute((modem, call) -> new Reply.Online(ResultCode.CONNECT, this));
            table.rows().command("+TESTPROMPT", "prompt").execute((modem, call) -> new Reply.Prompt(">", entry));
        }

        @Override
        public void begin(Line lineToDte) {
            line = lineToDte;
        }

        @Override
        public void receive(ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public void abandoned() {}

        @Override
        public boolean escapable() {
            return true;
        }
    }
}
