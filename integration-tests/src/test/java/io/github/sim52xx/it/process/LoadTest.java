package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many modems, and clients that behave badly: memory stays bounded and the others are served. */
class LoadTest {

    private static final int MODEMS = 2000;
    private static final long KILOBYTES_PER_MODEM = 32;
    private static final long MOST_KILOBYTES = 400 * 1024;
    /** As the launcher sets them. */
    private static final List<String> JVM =
            List.of("-Xmn12m", "-Xms24m", "-Xmx768m", "-Xss512k", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    private Path directory;

    private SimProcess.Running modems;

    @BeforeEach
    void start() throws Exception {
        modems = SimProcess.run(directory, JVM, "--fresh-per-connection");
    }

    @AfterEach
    void stop() {
        modems.close();
    }

    @Test
    void twoThousandModemsAreSmallAndHaveNoThreadOfTheirOwn() throws Exception {
        long idle = modems.kilobytes("VmRSS");
        long threads = modems.threads();
        List<TcpTerminal> terminals = new ArrayList<>();
        for (int i = 0; i < MODEMS; i++) {
            TcpTerminal terminal = modems.terminal();
            terminals.add(terminal);
            assertThat(terminal.line("AT+CSQ")).containsExactly("+CSQ: 22,0", "OK");
        }
        long each = (modems.kilobytes("VmRSS") - idle) / MODEMS;
        assertThat(each).as("KB per modem").isLessThanOrEqualTo(KILOBYTES_PER_MODEM);
        assertThat(modems.threads() - threads).isLessThan(20);
        assertThat(terminals.get(0).line("AT+CREG?")).contains("OK");
        for (TcpTerminal terminal : terminals) {
            terminal.close();
        }
    }

    @Test
    void aClientThatNeverReadsFillsNothingButItsSocket() throws Exception {
        try (TcpTerminal other = modems.terminal();
                Socket silent = new Socket("127.0.0.1", modems.port("tcp"))) {
            assertBlocks(silent, "ATI\r".repeat(1000).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(modems.kilobytes("VmRSS")).isLessThan(MOST_KILOBYTES);
            assertThat(other.line("AT")).containsExactly("OK");
        }
    }

    @Test
    void eightMegabytesOfNoiseAreHarmless() throws Exception {
        try (TcpTerminal noisy = modems.terminal()) {
            byte[] noise = new byte[8 << 20];
            new Random(52).nextBytes(noise);
            Thread reader = drain(noisy.socket());
            noisy.socket().getOutputStream().write(noise);
            noisy.type("\u001a\u001b\r");
            noisy.socket().shutdownOutput();
            reader.join(120_000);
            assertThat(reader.isAlive()).isFalse();
            assertThat(modems.kilobytes("VmRSS")).isLessThan(MOST_KILOBYTES);
            try (TcpTerminal other = modems.terminal()) {
                assertThat(other.line("AT")).containsExactly("OK");
            }
        }
    }

    /** Writes until the other side takes no more, which has to happen before 64 MB. */
    private static void assertBlocks(Socket socket, byte[] piece) throws InterruptedException {
        AtomicLong written = new AtomicLong();
        Thread writer = new Thread(() -> {
            try {
                OutputStream out = socket.getOutputStream();
                while (written.get() < 64 << 20) {
                    out.write(piece);
                    written.addAndGet(piece.length);
                }
            } catch (IOException e) {
                // The test is over and the socket closed.
            }
        });
        writer.start();
        long before = -1;
        while (writer.isAlive() && written.get() != before) {
            before = written.get();
            writer.join(1000);
        }
        assertThat(writer.isAlive())
                .as("the modem holds the input of a client that does not read")
                .isTrue();
    }

    private static Thread drain(Socket socket) {
        Thread reader = new Thread(() -> {
            byte[] buffer = new byte[64 * 1024];
            try {
                while (socket.getInputStream().read(buffer) >= 0) {
                    continue;
                }
            } catch (SocketTimeoutException e) {
                throw new AssertionError("the modem fell silent", e);
            } catch (IOException e) {
                // Closed: as good as the end.
            }
        });
        reader.start();
        return reader;
    }
}
