package io.github.sim52xx.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes, apart into lines, without echoes; on a wire where time passes only while somebody waits. */
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final ScriptedWire wire = new ScriptedWire();
    private final Inbox inbox = new Inbox(wire, time);

    @Test
    void linesEndWithCrOrLfAndEmptyOnesDoNotCount() throws Exception {
        wire.comes("\r\n+CSQ: 22,0\r\n\r\nOK\r\n0\rA\nB\n\n\r\rC\r");
        assertThat(lines()).containsExactly("+CSQ: 22,0", "OK", "0", "A", "B", "C");
    }

    @Test
    void aLineMayComeInPieces() throws Exception {
        wire.comes("\r");
        wire.comes("\n+CS");
        wire.comes("Q: 1\r");
        wire.comes("\n\r\nOK");
        wire.comes("\r\n");
        assertThat(lines()).containsExactly("+CSQ: 1", "OK");
    }

    @Test
    void echoIsNoLine() throws Exception {
        inbox.send("AT+CSQ\r");
        wire.comes("AT+CSQ\r\r\nOK\r\n");
        assertThat(lines()).containsExactly("OK");
        assertThat(wire.sent).containsExactly("AT+CSQ\r");
    }

    @Test
    void nobodyMindsWithoutEcho() throws Exception {
        inbox.send("ATE0\r");
        wire.comes("ATE0\r\r\nOK\r\n");
        assertThat(lines()).containsExactly("OK");
        inbox.send("AT+ONE\r");
        inbox.send("AT+TWO\r");
        wire.comes("\r\nOK\r\n\r\nERROR\r\n");
        assertThat(lines()).containsExactly("OK", "ERROR");
        inbox.send("ATE1\r");
        inbox.send("AT\r");
        wire.comes("\r\nOK\r\nAT\r\r\nOK\r\n");
        assertThat(lines()).containsExactly("OK", "OK");
    }

    @Test
    void anEchoInPiecesIsWaitedFor() throws Exception {
        inbox.send("AT+CSQ\r");
        wire.comes("AT+");
        wire.comes("CSQ\r\r\nOK\r\n");
        assertThat(inbox.line(PATIENCE)).isEqualTo("OK");
    }

    @Test
    void dataAndItsEndAreEchoToo() throws Exception {
        inbox.send("text\u001a");
        wire.comes("text\r\nOK\r\n");
        assertThat(lines()).containsExactly("OK");
    }

    @Test
    void patienceEnds() throws Exception {
        wire.comesAfter(Duration.ofMillis(4999), "half");
        assertThat(inbox.line(PATIENCE)).isNull();
        assertThat(time.now()).isEqualTo(Instant.EPOCH.plus(PATIENCE));
        assertThat(inbox.rest(MOMENT)).isEqualTo("half");
        wire.comes(" a line\r\n");
        assertThat(inbox.line(PATIENCE)).isEqualTo("half a line");
    }

    @Test
    void aLineInTimeIsInTime() throws Exception {
        wire.comesAfter(Duration.ofMillis(4999), "OK\r\n");
        assertThat(inbox.line(PATIENCE)).isEqualTo("OK");
        assertThat(time.now()).isEqualTo(Instant.EPOCH.plusMillis(4999));
    }

    @Test
    void bytesAreTakenAsTheyCome() throws Exception {
        inbox.send("AT\r");
        wire.comes("AT\r\r\n");
        wire.comes("OK\r\n>> ");
        assertThat(inbox.bytes("AT\r\r\nOK\r\n", PATIENCE)).isTrue();
        assertThat(inbox.bytes(">> ", PATIENCE)).isTrue();
        assertThat(inbox.everything(MOMENT)).isEmpty();
    }

    @Test
    void otherBytesAreNoticedAtOnce() throws Exception {
        wire.comes("\r\nERR");
        assertThat(inbox.bytes("\r\nOK\r\n", PATIENCE)).isFalse();
        assertThat(time.now()).isEqualTo(Instant.EPOCH);
        assertThat(inbox.everything(MOMENT)).isEqualTo("\r\nERR");
    }

    @Test
    void tooFewBytesAreWaitedFor() throws Exception {
        wire.comes("\r\nO");
        assertThat(inbox.bytes("\r\nOK\r\n", PATIENCE)).isFalse();
        assertThat(time.now()).isEqualTo(Instant.EPOCH.plus(PATIENCE));
    }

    @Test
    void theLineFeedOfALineIsNoByteOfTheNext() throws Exception {
        wire.comes("\r\nOK\r\n\r\n>");
        assertThat(inbox.line(PATIENCE)).isEqualTo("OK");
        assertThat(inbox.bytes("\r\n>", PATIENCE)).isTrue();
    }

    @Test
    void theEndOfTheConnectionEndsWaiting() throws Exception {
        wire.comes("\r\nOK\r\nhalf");
        wire.ends();
        assertThat(inbox.line(PATIENCE)).isEqualTo("OK");
        assertThat(inbox.isClosed()).isFalse();
        assertThat(inbox.line(PATIENCE)).isNull();
        assertThat(inbox.isClosed()).isTrue();
        assertThat(time.now()).isEqualTo(Instant.EPOCH);
        assertThat(inbox.rest(MOMENT)).isEqualTo("half");
    }

    @Test
    void aFloodIsNotHeardForEver() throws Exception {
        String flood = "x".repeat(1 << 20);
        for (int i = 0; i < 20; i++) {
            wire.comes(flood);
        }
        assertThat(inbox.line(PATIENCE)).isNull();
        assertThat(wire.coming).isNotEmpty();
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = inbox.line(PATIENCE); line != null; line = inbox.line(PATIENCE)) {
            lines.add(line);
        }
        return lines;
    }

    /** Brings what it was told to, piece by piece. */
    private final class ScriptedWire implements Wire {

        private record Piece(Duration after, byte[] bytes) {}

        private final List<String> sent = new ArrayList<>();
        private final Deque<Piece> coming = new ArrayDeque<>();

        void comes(String bytes) {
            comesAfter(Duration.ZERO, bytes);
        }

        void comesAfter(Duration after, String bytes) {
            coming.add(new Piece(after, bytes.getBytes(StandardCharsets.ISO_8859_1)));
        }

        void ends() {
            coming.add(new Piece(Duration.ZERO, null));
        }

        @Override
        public void send(byte[] bytes) {
            sent.add(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        @Override
        public byte[] receive(Duration patience) {
            Piece next = coming.peek();
            if (next == null || next.after().compareTo(patience) > 0) {
                time.advance(patience);
                return new byte[0];
            }
            time.advance(next.after());
            return coming.remove().bytes();
        }

        @Override
        public void close() {}
    }
}
