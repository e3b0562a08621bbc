package io.github.sim52xx.it.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files of all kinds through {@code sx} and {@code rx} of lrzsz. */
@ExtendWith(LrzszNeeded.class)
class LrzszTest {

    private static final int PADDING = 0x1a;

    @TempDir
    private Path directory;

    @Test
    void theModemReceivesFromSx() throws Exception {
        try (PtyModem modem = start("sx")) {
            for (byte[] content : contents().toList()) {
                upload(modem, content, "sx-" + nameOf(content), "sx");
            }
        }
    }

    @Test
    void theModemReceivesLongBlocksFromSx() throws Exception {
        try (PtyModem modem = start("sxk")) {
            for (byte[] content : contents().toList()) {
                upload(modem, content, "sxk-" + nameOf(content), "sx", "-k");
            }
        }
    }

    /** From three modems at a time: each {@code rx} sleeps for a second first. */
    @Test
    void rxReceivesFromTheModem() throws Exception {
        ExecutorService receivers = Executors.newFixedThreadPool(3);
        try {
            for (Future<Void> all : receivers.invokeAll(
                    List.of(downloads(0, "rx"), downloads(0, "rx", "-c"), downloads(1, "rx", "-c")))) {
                all.get();
            }
        } finally {
            receivers.shutdownNow();
        }
    }

    private Callable<Void> downloads(int protocol, String... program) {
        return () -> {
            try (PtyModem modem = start(String.join("", program) + protocol)) {
                for (byte[] content : contents().toList()) {
                    download(modem, content, protocol, program);
                }
            }
            return null;
        };
    }

    @Test
    void aFullFlashCancelsSx() throws Exception {
        try (PtyModem modem = start("full")) {
            assertThat(modem.line("AT+CRXFILE=\"large\"")).isEqualTo("OK");
            Path file = Files.write(modem.file("large"), new byte[5 << 20]);
            assertThat(modem.run(List.of("sx", "-k", file.toString()))).isNotZero();
            assertThat(modem.line("AT")).isEqualTo("OK");
            assertThat(modem.flash("large")).doesNotExist();
            assertThat(modem.hasHalfFile()).isFalse();
        }
    }

    @Test
    void sxDiesInTheMidst() throws Exception {
        try (PtyModem modem = start("dies")) {
            assertThat(modem.line("AT+CRXFILE=\"half\"")).isEqualTo("OK");
            Path file = Files.write(modem.file("half"), new byte[3 << 20]);
            Process sx = modem.begin(List.of("sx", file.toString()));
            modem.awaitHalfFile(true);
            sx.destroyForcibly().waitFor();
            assertThat(modem.hasHalfFile()).isTrue();
            // The terminal program cancels in its place, and waits as it has to.
            modem.type("\u0018".repeat(10));
            modem.awaitHalfFile(false);
            assertThat(modem.line("AT")).isEqualTo("OK");
            assertThat(modem.flash("half")).doesNotExist();
        }
    }

    private PtyModem start(String name) throws IOException, InterruptedException {
        Path own = directory.resolve(name);
        Path flash = Files.createDirectories(own.resolve("state/C"));
        for (byte[] content : contents().toList()) {
            Files.write(flash.resolve(nameOf(content)), content);
        }
        return new PtyModem(own);
    }

    private static void upload(PtyModem modem, byte[] content, String name, String... program) throws Exception {
        assertThat(modem.line("AT+CRXFILE=\"" + name + "\"")).isEqualTo("OK");
        Path file = Files.write(modem.file(name), content);
        assertThat(modem.run(Stream.concat(Stream.of(program), Stream.of(file.toString()))
                        .toList()))
                .as(name)
                .isZero();
        assertThat(modem.line("AT")).isEqualTo("OK");
        assertPadded(Files.readAllBytes(modem.flash(name)), content);
        modem.line("AT+FSDEL=" + name);
    }

    private static void download(PtyModem modem, byte[] content, int protocol, String... program) throws Exception {
        Path file = modem.file("received");
        assertThat(modem.line("AT+CTXFILE=\"" + nameOf(content) + "\",0," + protocol))
                .isEqualTo("OK");
        assertThat(modem.run(Stream.concat(Stream.of(program), Stream.of(file.toString()))
                        .toList()))
                .as(nameOf(content))
                .isZero();
        assertThat(modem.line("AT")).isEqualTo("OK");
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
