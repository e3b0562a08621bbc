package io.github.sim52xx.it.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.it.process.SimProcess;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten megabytes into a modem with a state directory and out again, by +CFTRANRX and +CFTRANTX over TCP. */
class LargeFileTest {

    private static final int SIZE = 10 << 20;
    private static final Duration SECONDS = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private SimProcess.Running modem;

    @BeforeEach
    void start() throws Exception {
        modem = SimProcess.run(directory, List.of(), "--state", "state", "--mail", "none");
    }

    @AfterEach
    void stop() {
        modem.close();
    }

    @Test
    void tenMegabytesGoInAndOutInSeconds() throws Exception {
        byte[] content = new byte[SIZE];
        new Random(52).nextBytes(content);
        try (Socket dte = new Socket("127.0.0.1", modem.port("tcp"))) {
            dte.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(dte.getInputStream(), 1 << 16));
            say(dte, "ATE0\r");
            expect(in, "ATE0\r\r\nOK\r\n");
            long begin = System.nanoTime();
            say(dte, "AT+CFTRANRX=\"C:/large\"," + SIZE + "\r");
            expect(in, "\r\n>");
            for (int sent = 0; sent < SIZE; sent += 2048) {
                dte.getOutputStream().write(content, sent, 2048);
            }
            expect(in, "\r\nOK\r\n");
            long there = System.nanoTime();
            say(dte, "AT+CFTRANTX=\"C:/large\"\r");
            expect(in, "\r\n");
            byte[] received = blocks(in);
            long back = System.nanoTime();
            assertThat(received).isEqualTo(content);
            assertThat(directory.resolve("state/C/large")).hasBinaryContent(content);
            System.out.printf("10 MB: in %d ms, out %d ms%n", (there - begin) / 1_000_000, (back - there) / 1_000_000);
            assertThat(Duration.ofNanos(there - begin)).isLessThan(SECONDS);
            assertThat(Duration.ofNanos(back - there)).isLessThan(SECONDS);
        }
    }

    @Test
    void whoHangsUpLeavesNoHalfFile() throws Exception {
        try (Socket dte = new Socket("127.0.0.1", modem.port("tcp"))) {
            DataInputStream in = new DataInputStream(dte.getInputStream());
            say(dte, "ATE0\rAT+CFTRANRX=\"C:/half\"," + SIZE + "\r");
            expect(in, "ATE0\r\r\nOK\r\n\r\n>");
            dte.getOutputStream().write(new byte[SIZE / 2]);
            dte.setSoLinger(true, 0);
        }
        assertNoFile();
    }

    @Test
    void whatIsKilledLeavesNoHalfFile() throws Exception {
        try (Socket dte = new Socket("127.0.0.1", modem.port("tcp"))) {
            DataInputStream in = new DataInputStream(dte.getInputStream());
            say(dte, "ATE0\rAT+CFTRANRX=\"C:/half\"," + SIZE + "\r");
            expect(in, "ATE0\r\r\nOK\r\n\r\n>");
            dte.getOutputStream().write(new byte[SIZE / 2]);
            modem.close();
            modem.process().process().waitFor();
        }
        start();
        assertNoFile();
    }

    private void assertNoFile() throws Exception {
        try (var other = modem.terminal()) {
            long end = System.nanoTime() + SECONDS.toNanos();
            List<String> memory = other.line("AT+FSMEM");
            // The modem may not have come to the end of what was sent yet, or not to removing it.
            while (!memory.get(0).startsWith("+FSMEM: C:(134217728, 0)") || isStaged()) {
                assertThat(System.nanoTime()).as(memory.get(0)).isLessThan(end);
                memory = other.line("AT+FSMEM");
            }
            assertThat(other.line("AT+FSLS=2")).containsExactly("OK");
        }
        assertThat(directory.resolve("state/C/half")).doesNotExist();
    }

    private boolean isStaged() throws IOException {
        try (Stream<Path> waiting = Files.list(directory.resolve("state/.tmp"))) {
            return waiting.findAny().isPresent();
        }
    }

    private static byte[] blocks(DataInputStream in) throws IOException {
        byte[] received = new byte[SIZE];
        int count = 0;
        for (String line = line(in); !line.equals("+CFTRANTX: 0"); line = line(in)) {
            int length = Integer.parseInt(line.substring("+CFTRANTX: DATA,".length()));
            in.readFully(received, count, length);
            count += length;
            expect(in, "\r\n");
        }
        expect(in, "\r\nOK\r\n");
        assertThat(count).isEqualTo(SIZE);
        return received;
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            line.append((char) b);
        }
        return line.substring(0, line.length() - 1);
    }

    private static void say(Socket dte, String text) throws IOException {
        dte.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void expect(DataInputStream in, String text) throws IOException {
        assertThat(new String(in.readNBytes(text.length()), StandardCharsets.ISO_8859_1))
                .isEqualTo(text);
    }
}
