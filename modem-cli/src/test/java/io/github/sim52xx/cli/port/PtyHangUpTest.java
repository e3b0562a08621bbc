package io.github.sim52xx.cli.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.TestModem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that open and close a PTY: each close is a hang-up, however soon the next one opens it. */
class PtyHangUpTest {

    private static final int BAUD = 115200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final TestModem device = new TestModem(List.of(new EchoCommands()), blueprint -> blueprint);
    private PtyPort port;

    @BeforeEach
    void make() throws IOException {
        port = new PtyPort(directory.resolve("tty"), ModemSource.one(device.modem()));
    }

    @AfterEach
    void remove() {
        port.remove();
    }

    @Test
    void theNextProgramFindsCommandMode() throws IOException {
        say("ATE0\r", "OK\r\n");
        for (int i = 0; i < 200; i++) {
            say("AT+TESTECHO\r", "CONNECT 115200\r\n");
            say("AT\r", "\r\nOK\r\n");
        }
    }

    @Test
    void afterD0ItFindsTheDataMode() throws IOException {
        say("ATE0&D0\r", "OK\r\n");
        say("AT+TESTECHO\r", "CONNECT 115200\r\n");
        say("AT\r", "AT\r");
    }

    @Test
    void anotherProgramThatLooksInIsNoHangUp() throws IOException {
        try (SerialDevice first = open()) {
            write(first, "ATE0+TESTECHO\r");
            await(first, "CONNECT 115200\r\n");
            open().close();
            write(first, "still");
            await(first, "still");
        }
    }

    /** Opens, says something, awaits an answer and closes. */
    private void say(String bytes, String answer) throws IOException {
        try (SerialDevice program = open()) {
            write(program, bytes);
            await(program, answer);
        }
    }

    private SerialDevice open() throws IOException {
        return new SerialDevice(port.link(), BAUD);
    }

    private static void write(SerialDevice program, String bytes) throws IOException {
        program.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void await(SerialDevice program, String end) throws IOException {
        StringBuilder came = new StringBuilder();
        // In pieces of any size: what has come may be as long as the end and stop short of it.
        while (!came.toString().endsWith(end)) {
            byte[] bytes = program.read(PATIENCE);
            assertThat(bytes).as("behind %s", came).isNotEmpty();
            came.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }
}
