package io.github.sim52xx.it.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.transcript.DeviceWire;
import io.github.sim52xx.it.process.SimProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of all kinds through {@code sx} and {@code rx} of lrzsz, which have the PTY of a running modem as standard input
 * and output. A terminal program has it open too, as one does that starts them, but does not read meanwhile.
 */
@ExtendWith(LrzszNeeded.class)
class LrzszTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final Duration SILENCE = Duration.ofSeconds(4);
    private static final int PADDING = 0x1a;

    @TempDir
    private Path directory;

    private Path flash;
    private Path port;
    private SimProcess.Running modem;
    private DeviceWire dte;

    @BeforeEach
    void start() throws Exception {
        port = directory.resolve("tty");
        flash = Files.createDirectories(directory.resolve("state/C"));
        for (byte[] content : contents().toList()) {
            Files.write(flash.resolve(nameOf(content)), content);
        }
        modem = SimProcess.run(
                directory, List.of(), "--pty", port.toString(), "--state", "state", "--flash", "4M", "--mail", "none");
        dte = new DeviceWire(port, 115200);
        line("ATE0");
        line("AT+CMWAIT=0");
    }

    @AfterEach
    void stop() throws Exception {
        dte.close();
        modem.close();
    }

    @Test
    void theModemReceivesFromSx() throws Exception {
        for (byte[] content : contents().toList()) {
            upload(content, "sx-" + nameOf(content), "sx");
        }
    }

    @Test
    void theModemReceivesLongBlocksFromSx() throws Exception {
        for (byte[] content : contents().toList()) {
            upload(content, "sxk-" + nameOf(content), "sx", "-k");
        }
    }

    @Test
    void rxReceivesFromTheModem() throws Exception {
        for (byte[] content : contents().toList()) {
            download(content, 0, "rx");
            download(content, 0, "rx", "-c");
            download(content, 1, "rx", "-c");
        }
    }

    @Test
    void aFullFlashCancelsSx() throws Exception {
        assertThat(line("AT+CRXFILE=\"large\"")).isEqualTo("OK");
        Path file = Files.write(directory.resolve("large"), new byte[5 << 20]);
        assertThat(run(List.of("sx", "-k", file.toString()))).isNotZero();
        assertThat(line("AT")).isEqualTo("OK");
        assertThat(flash.resolve("large")).doesNotExist();
        assertThat(Files.list(directory.resolve("state/.tmp"))).isEmpty();
    }

    @Test
    void sxDiesInTheMidst() throws Exception {
        assertThat(line("AT+CRXFILE=\"half\"")).isEqualTo("OK");
        Path file = Files.write(directory.resolve("half"), new byte[3 << 20]);
        Process sx = begin(List.of("sx", file.toString()));
        assertThat(sx.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        sx.destroyForcibly();
        assertThat(sx.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.list(directory.resolve("state/.tmp"))).isNotEmpty();
        // The terminal program cancels in its place, and waits as it has to.
        dte.send("\u0018".repeat(10).getBytes(StandardCharsets.ISO_8859_1));
        dte.receive(SILENCE);
        dte.receive(SILENCE);
        assertThat(line("AT")).isEqualTo("OK");
        assertThat(flash.resolve("half")).doesNotExist();
        assertThat(Files.list(directory.resolve("state/.tmp"))).isEmpty();
    }

    private void upload(byte[] content, String name, String... program) throws Exception {
        assertThat(line("AT+CRXFILE=\"" + name + "\"")).isEqualTo("OK");
        Path file = Files.write(directory.resolve(name), content);
        assertThat(run(Stream.concat(Stream.of(program), Stream.of(file.toString()))
                        .toList()))
                .as(name)
                .isZero();
        assertThat(line("AT")).isEqualTo("OK");
        assertPadded(Files.readAllBytes(flash.resolve(name)), content);
        line("AT+FSDEL=" + name);
    }

    private void download(byte[] content, int protocol, String... program) throws Exception {
        Path file = directory.resolve("received");
        assertThat(line("AT+CTXFILE=\"" + nameOf(content) + "\",0," + protocol)).isEqualTo("OK");
        assertThat(run(Stream.concat(Stream.of(program), Stream.of(file.toString()))
                        .toList()))
                .as(nameOf(content))
                .isZero();
        assertThat(line("AT")).isEqualTo("OK");
        assertPadded(Files.readAllBytes(file), content);
        Files.delete(file);
    }

    private static void assertPadded(byte[] received, byte[] content) {
        byte[] padded = Arrays.copyOf(content, received.length);
        Arrays.fill(padded, content.length, padded.length, (byte) PADDING);
        assertThat(received.length - content.length).isBetween(0, 1023);
        assertThat(received.length % 128).isZero();
        assertThat(received).isEqualTo(padded);
    }

    private int run(List<String> command) throws Exception {
        Process process = begin(command);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended: " + command)
                .isTrue();
        return process.exitValue();
    }

    private Process begin(List<String> command) throws IOException {
        File terminal = port.toFile();
        return new ProcessBuilder(command)
                .redirectInput(terminal)
                .redirectOutput(terminal)
                .redirectError(directory.resolve("lrzsz.err").toFile())
                .start();
    }

    /** Sends a line and returns its result. */
    private String line(String text) throws IOException {
        dte.send((text + "\r").getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder came = new StringBuilder();
        while (!came.toString().matches("(?s).*\r\n(OK|ERROR)\r\n.*")) {
            byte[] bytes = dte.receive(Duration.ofSeconds(10));
            assertThat(bytes).as(text + " → " + came).isNotEmpty();
            came.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return came.toString().contains("\r\nOK\r\n") ? "OK" : "ERROR";
    }

    private static String nameOf(byte[] content) {
        return "file" + content.length;
    }

    /** With what Xmodem itself uses in it. */
    private static Stream<byte[]> contents() {
        return Stream.of(0, 1, 127, 128, 129, 1024, 1025, 300 * 1024).map(LrzszTest::content);
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        for (int i = 0; i < size; i += 7) {
            content[i] = (byte) (i % 2 == 0 ? 0x18 : PADDING);
        }
        for (int i = 200; i < Math.min(size, 220); i++) {
            content[i] = 0x18;
        }
        return content;
    }
}
