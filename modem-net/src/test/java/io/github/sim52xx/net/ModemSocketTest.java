package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.modem.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The modem's socket against a server on loopback. */
@Timeout(240)
class ModemSocketTest {

    private static final int PATIENCE_MILLIS = 60_000;

    private final List<String> traced = Collections.synchronizedList(new ArrayList<>());
    private NetworkedModem modem;
    private ServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        MapRule rule = new MapRule("mail.example.org", 25, new HostPort("127.0.0.1", server.getLocalPort()));
        Trace trace = (channel, outgoing, bytes, offset, length) -> {
            if (!channel.startsWith("AT")) {
                traced.add(channel
                        + (outgoing ? " > " : " < ")
                        + new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
            }
        };
        modem = new NetworkedModem(new Resolver(List.of(rule), List.of()), trace);
    }

    @AfterEach
    void close() throws Exception {
        modem.modem().close();
        server.close();
    }

    @Test
    void aMappedNameLeadsWhereItIsMapped() throws Exception {
        try (ModemSocket socket = opened("mail.example.org", 25);
                Socket peer = server.accept()) {
            assertThat(socket.getPort()).isEqualTo(server.getLocalPort());
            assertThat(peer.getPort()).isEqualTo(socket.getLocalPort());
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void whatNobodyAllowedIsNotReached() {
        assertFails(NetworkException.Reason.NOT_ALLOWED, "mail.example.org", 110);
        assertFails(NetworkException.Reason.NOT_ALLOWED, "192.0.2.1", 25);
        assertFails(NetworkException.Reason.NOT_ALLOWED, "unmapped.example.org", 25);
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertFails(NetworkException.Reason.REFUSED, "127.0.0.1", silent.getLocalPort());
        }
    }

    @Test
    void everyByteIsTracedAndTold() throws Exception {
        List<String> told = new ArrayList<>();
        try (ModemSocket socket = opened("mail.example.org", 25);
                Socket peer = server.accept()) {
            socket.listen(new ModemSocket.Activity() {
                @Override
                public void sent(int length) {
                    told.add("sent " + length);
                }

                @Override
                public void received(byte[] bytes, int offset, int length) {
                    told.add("received " + new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
                }
            });
            socket.getOutputStream().write("EHLO a\r\n".getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write('x');
            assertThat(peer.getInputStream().readNBytes(9)).asString().isEqualTo("EHLO a\r\nx");
            peer.getOutputStream().write(new byte[] {'2', '5', '0', (byte) 0xff});
            peer.shutdownOutput();
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo('2');
            assertThat(in.readNBytes(2)).asString().isEqualTo("50");
            assertThat(in.read()).isEqualTo(0xff);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[3])).isEqualTo(-1);
        }
        assertThat(told).containsExactly("sent 8", "sent 1", "received 2", "received 50", "received \u00ff");
        assertThat(traced)
                .containsExactly("TEST 1 > EHLO a\r\n", "TEST 1 > x", "TEST 1 < 2", "TEST 1 < 50", "TEST 1 < \u00ff");
    }

    @Test
    void closingItFromAnotherThreadEndsARead() throws Exception {
        ModemSocket socket = opened("mail.example.org", 25);
        try (Socket peer = server.accept()) {
            CompletableFuture<Integer> reading = reading(socket);
            socket.close();
            assertEnds(reading);
            assertThat(socket.isBearerLost()).isFalse();
            assertThat(peer.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void losingTheBearerEndsATransfer() throws Exception {
        ModemSocket socket = opened("mail.example.org", 25);
        try (Socket peer = server.accept()) {
            peer.getOutputStream().write("+OK ".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().readNBytes(4)).asString().isEqualTo("+OK ");
            CompletableFuture<Integer> reading = reading(socket);
            modem.line("AT+CGATT=0");
            assertEnds(reading);
            assertThat(socket.isBearerLost()).isTrue();
            assertThat(peer.getInputStream().read()).isEqualTo(-1);
            assertThatThrownBy(() -> socket.getOutputStream()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void losingTheBearerEndsAWriteThatIsStuck() throws Exception {
        ModemSocket socket = opened("mail.example.org", 25);
        try (Socket peer = server.accept()) {
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> {
                try {
                    byte[] block = new byte[1 << 16];
                    while (true) {
                        socket.getOutputStream().write(block);
                        begun.countDown();
                    }
                } catch (IOException e) {
                    return -1;
                }
            });
            assertThat(begun.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
            modem.line("AT+CFUN=4");
            assertThat(writing.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(-1);
            assertThat(peer.isClosed()).isFalse();
        }
    }

    @Test
    void closingTwiceDoesNoHarm() throws Exception {
        ModemSocket socket = opened("mail.example.org", 25);
        socket.close();
        socket.close();
        modem.line("AT+CGATT=0");
        assertThat(socket.isBearerLost()).isFalse();
    }

    @Test
    void librariesMayConnectWhatIsConnected() throws Exception {
        try (ModemSocket socket = opened("mail.example.org", 25)) {
            int port = socket.getPort();
            socket.connect(new InetSocketAddress("127.0.0.1", 1), 1);
            assertThat(socket.getPort()).isEqualTo(port);
        }
    }

    private ModemSocket opened(String host, int port) throws NetworkException {
        ModemSocket socket = modem.bearer().socket("TEST");
        socket.open(host, port, PATIENCE_MILLIS);
        return socket;
    }

    private void assertFails(NetworkException.Reason reason, String host, int port) {
        assertThatThrownBy(() -> opened(host, port))
                .hasMessageContaining(host)
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** A read that nothing answers; it has begun, or is about to, when this returns. */
    private static CompletableFuture<Integer> reading(ModemSocket socket) throws IOException, InterruptedException {
        InputStream in = socket.getInputStream();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> reading = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            begun.countDown();
            try {
                reading.complete(in.read());
            } catch (IOException e) {
                reading.completeExceptionally(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        begun.await();
        return reading;
    }

    private static void assertEnds(CompletableFuture<Integer> reading) {
        assertThatThrownBy(() -> reading.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }
}
