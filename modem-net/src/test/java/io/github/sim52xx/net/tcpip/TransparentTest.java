package io.github.sim52xx.net.tcpip;

import static io.github.sim52xx.net.tcpip.SocketModem.LOOPBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The data mode of a link. */
class TransparentTest {

    private static final Duration GUARD = Duration.ofSeconds(1);

    private final SocketModem modem = new SocketModem();
    private ServerSocket server;
    private Socket peer;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 1, LOOPBACK);
        modem.ok("AT+CIPMODE=1");
        modem.ok("AT+NETOPEN=\"TCP\"", "Network opened");
        modem.ok("AT+TCPCONNECT=\"127.0.0.1\"," + server.getLocalPort(), "Connect ok");
        peer = server.accept();
    }

    @AfterEach
    void stop() throws IOException {
        modem.close();
        server.close();
        peer.close();
    }

    @Test
    void whatComesBeforeAtoWaits() throws IOException {
        say("early");
        assertThat(modem.settled()).isEmpty();
        String answer = modem.type("ATO\r");
        if (!answer.endsWith("early")) {
            answer += modem.dte().await("early");
        }
        assertThat(answer).isEqualTo("\r\nCONNECT 115200\r\nearly");
    }

    @Test
    void allBytesArriveInOrderAndUnchanged() throws Exception {
        modem.type("ATO\r");
        byte[] bytes = new byte[3_000_000];
        new Random(2).nextBytes(bytes);
        CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(() -> read(bytes.length));
        for (int start = 0; start < bytes.length; start += 1000) {
            modem.type(new String(bytes, start, 1000, StandardCharsets.ISO_8859_1));
        }
        assertThat(arrived.get(60, TimeUnit.SECONDS)).isEqualTo(bytes);
        peer.getOutputStream().write(bytes);
        say("#the end#");
        assertThat(modem.dte().await("#the end#"))
                .isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1) + "#the end#");
    }

    @Test
    void theTerminalHearsThatAnotherOneHasClosedItsConnection() {
        modem.type("ATO\r");
        AtDialogue second = AtDialogue.quiet(modem.modem());
        assertThat(second.longLine("AT+TCPCLOSE")).containsExactly("OK");
        assertThat(modem.settled()).isEqualTo("\r\nNO CARRIER\r\n");
    }

    @Test
    void aPeerThatDoesNotReadHoldsTheDteBack() throws Exception {
        modem.dte().hangUp();
        SlowDte dte = new SlowDte();
        DteInput input = modem.modem().connect(dte);
        // The connection is gone with its terminal.
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
        send(input, "ATE0\rAT+TCPCONNECT=\"127.0.0.1\"," + server.getLocalPort() + "\r");
        peer.close();
        peer = server.accept();
        dte.awaitText("Connect ok\r\n\r\nOK\r\n");
        send(input, "ATO\r");
        int sent = 0;
        while (!dte.held) {
            send(input, "x".repeat(1000));
            modem.run(() -> {});
            sent += 1000;
            assertThat(sent).isLessThan(64_000_000);
        }
        assertThat(peer.getInputStream().readNBytes(sent)).hasSize(sent);
        dte.awaitRelease();
    }

    @Test
    void thePeersEndComesBehindItsData() throws IOException {
        modem.type("ATO\r");
        say("bye");
        peer.close();
        assertThat(modem.dte().await("CLOSED\r\n"))
                .isEqualTo("bye\r\n+IPCLOSE: 255,1,127.0.0.1," + server.getLocalPort() + "\r\n\r\nCLOSED\r\n");
        modem.ok("AT");
    }

    @Test
    void aConnectionThatEndsWhileItIsHeldIsTold() throws IOException {
        modem.type("ATO\r");
        escape();
        peer.close();
        modem.dte().await("CLOSED\r\n");
        assertThat(modem.type("ATO\r")).isEqualTo("\r\nNO CARRIER\r\n");
    }

    @Test
    void lastWordsWaitForAto() throws IOException {
        modem.type("ATO\r");
        escape();
        say("last words");
        peer.close();
        modem.pass(GUARD);
        String answer = modem.type("ATO\r");
        if (!answer.endsWith("CLOSED\r\n")) {
            answer += modem.dte().await("CLOSED\r\n");
        }
        assertThat(answer).startsWith("\r\nCONNECT 115200\r\nlast words\r\n+IPCLOSE");
    }

    @Test
    void hangingUpCloses() throws IOException {
        modem.type("ATO\r");
        escape();
        modem.ok("ATH");
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
        assertThat(modem.line("AT+TCPWRITE=1")).containsExactly("+IP ERROR: Connection is not created", "ERROR");
    }

    @Test
    void theNetworkIsLost() throws IOException {
        modem.type("ATO\r");
        modem.run(() -> modem.modem().radio().setAttached(false));
        assertThat(modem.dte().await("+NETCLOSE: 1\r\n")).isEqualTo("\r\nCLOSED\r\n\r\n+NETCLOSE: 1\r\n");
        modem.ok("AT");
    }

    @Test
    void netcloseLeavesIt() throws IOException {
        modem.type("ATO\r");
        escape();
        modem.ok("AT+NETCLOSE", "Network closed");
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
        assertThat(modem.type("ATO\r")).isEqualTo("\r\nNO CARRIER\r\n");
    }

    private void escape() {
        modem.pass(GUARD);
        modem.type("+++");
        modem.pass(GUARD);
        assertThat(modem.settled()).isEqualTo("\r\nOK\r\n");
    }

    private void say(String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] read(int length) {
        try {
            return peer.getInputStream().readNBytes(length);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void send(DteInput input, String text) {
        input.receive(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A DTE that notices when it is to pause. */
    private static final class SlowDte implements DteLink {

        private final StringBuilder came = new StringBuilder();
        private volatile boolean held;

        @Override
        public synchronized void send(byte[] bytes) {
            came.append(new String(bytes, StandardCharsets.ISO_8859_1));
            notifyAll();
        }

        @Override
        public long backlog() {
            return 0;
        }

        @Override
        public void whenDrained(Runnable task) {
            task.run();
        }

        @Override
        public synchronized void holdInput(boolean hold) {
            held = hold;
            notifyAll();
        }

        @Override
        public void close() {
            // Nothing to give back.
        }

        synchronized void awaitText(String text) throws InterruptedException {
            while (came.indexOf(text) < 0) {
                wait(10_000);
            }
        }

        synchronized void awaitRelease() throws InterruptedException {
            while (held) {
                wait(10_000);
            }
        }
    }
}
