package io.github.sim52xx.cli.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.testing.TestModem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A UART's speed in command mode and in data mode: 9600 baud are 960 bytes a second each way. */
class PacedTerminalTest {

    private final TestModem device = new TestModem(List.of(new EchoCommands()), blueprint -> blueprint);
    private final WritesLink link = new WritesLink();
    private final DteInput dte = new PacedSource(ModemSource.one(device.modem()), 9600, device.time()).attach(link);

    @Test
    void aCommandTakesItsTimeBothWays() {
        type("ATE0\r");
        // Five bytes in, each echoed when it has come, and six out.
        device.time().advance(Duration.ofMillis(10));
        assertThat(said()).doesNotContain("OK");
        device.time().advance(Duration.ofMillis(20));
        assertThat(said()).endsWith("\r\nOK\r\n");
    }

    @Test
    void dataModeHasTheSameSpeed() {
        type("ATE0+TESTECHO\r");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(said()).endsWith("CONNECT 115200\r\n");
        type("x".repeat(960));
        device.time().advance(Duration.ofMillis(500));
        assertThat(said().length()).isBetween(460, 480);
        device.time().advance(Duration.ofMillis(600));
        assertThat(said().length()).isBetween(480, 500);
    }

    @Test
    void theEscapeSequenceAndDtrComeThrough() {
        type("ATE0&D1+TESTECHO\r");
        device.time().advance(Duration.ofSeconds(2));
        said();
        type("+++");
        device.time().advance(Duration.ofSeconds(2));
        assertThat(said()).isEqualTo("\r\nOK\r\n");
        type("ATO\r");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(said()).isEqualTo("\r\nCONNECT 115200\r\n");
        dte.dataTerminalReady(false);
        device.time().advance(Duration.ofSeconds(1));
        assertThat(said()).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void aLateTimerMakesNothingLaterThanItself() {
        type("ATE0+TESTECHO\r");
        device.time().advance(Duration.ofSeconds(2));
        said();
        LateTime late = new LateTime(device.time(), Duration.ofMillis(1));
        PacedQueue queue = new PacedQueue(9600, late, link::send, () -> {});
        queue.add(new byte[9600]);
        device.time().advance(Duration.ofSeconds(5));
        assertThat(said().length()).isBetween(4790, 4800);
    }

    /** Its timers come too late. */
    private record LateTime(Time time, Duration delay) implements Time {

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public Timer after(Duration wait, Runnable task) {
            return time.after(wait.plus(delay), task);
        }
    }

    @Test
    void dtrGoesBehindWhatWasSentBeforeAndAheadOfWhatComesLater() {
        type("ATE0&D1+TESTECHO\r");
        device.time().advance(Duration.ofSeconds(2));
        said();
        type("x".repeat(100));
        dte.dataTerminalReady(false);
        dte.dataTerminalReady(true);
        type("AT+CMEE?\r");
        dte.inputEnded();
        assertThat(link.isClosed()).isFalse();
        device.time().advance(Duration.ofSeconds(2));
        assertThat(said()).isEqualTo("x".repeat(100) + "\r\nOK\r\n\r\n+CMEE: 0\r\n\r\nOK\r\n");
        assertThat(link.isClosed()).isTrue();
    }

    private void type(String characters) {
        dte.receive(ByteBuffer.wrap(characters.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private String said() {
        return String.join("", link.taken());
    }
}
