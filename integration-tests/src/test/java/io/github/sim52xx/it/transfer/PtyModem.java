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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running modem with a PTY that programs can be given as standard input and output. A terminal program has it open
 * too, as one does that starts them, but does not read meanwhile. Everything lies in a directory of its own.
 */
final class PtyModem implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Path directory;
    private final SimProcess.Running modem;
    private final DeviceWire dte;

    /** Starts; what lies in {@code state/C} is on its flash. */
    PtyModem(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        modem = SimProcess.run(
                directory,
                List.of(),
                "--pty",
                port().toString(),
                "--state",
                "state",
                "--flash",
                "4M",
                "--mail",
                "none",
                "--control",
                "none");
        dte = new DeviceWire(port(), 115200);
        line("ATE0");
        line("AT+CMWAIT=0");
    }

    /** A file of this machine. */
    Path file(String name) {
        return directory.resolve(name);
    }

    /** A file of the flash. */
    Path flash(String name) {
        return directory.resolve("state/C").resolve(name);
    }

    /** Sends a line and returns its result. */
    String line(String text) throws IOException {
        type(text + "\r");
        StringBuilder came = new StringBuilder();
        while (!came.toString().matches("(?s).*\r\n(OK|ERROR)\r\n.*")) {
            byte[] bytes = dte.receive(Duration.ofSeconds(PATIENCE_SECONDS));
            assertThat(bytes).as(text + " → " + came).isNotEmpty();
            came.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return came.toString().contains("\r\nOK\r\n") ? "OK" : "ERROR";
    }

    void type(String bytes) throws IOException {
        dte.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Runs a program and returns its exit code. */
    int run(List<String> command) throws IOException, InterruptedException {
        Process process = begin(command);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended: " + command)
                .isTrue();
        return process.exitValue();
    }

    Process begin(List<String> command) throws IOException {
        File terminal = port().toFile();
        return new ProcessBuilder(command)
                .redirectInput(terminal)
                .redirectOutput(terminal)
                .redirectError(file("lrzsz.err").toFile())
                .start();
    }

    /** Waits until the modem has, or has not, a file that is not complete. */
    void awaitHalfFile(boolean there) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (hasHalfFile() != there) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** True if some of a file has come that is not complete. */
    boolean hasHalfFile() throws IOException {
        try (Stream<Path> waiting = Files.list(directory.resolve("state/.tmp"))) {
            return waiting.findAny().isPresent();
        }
    }

    @Override
    public void close() throws IOException {
        dte.close();
        modem.close();
    }

    private Path port() {
        return directory.resolve("tty");
    }
}
