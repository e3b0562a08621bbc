package io.github.sim52xx.net.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.ListenRule;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.Tls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Sockets of the modem against sockets of this machine. */
class SocketServiceTest extends ModemSockets {

    private static final HostPort NOWHERE = new HostPort("192.0.2.1", 9);

    SocketServiceTest() {
        super(new Modem(
                Blueprint.builder()
                        .part(
                                Bearer.class,
                                made -> new Bearer(
                                        made,
                                        new Resolver(
                                                List.of(),
                                                List.of(),
                                                Tls.NONE,
                                                List.of(new ListenRule(80, new HostPort("127.0.0.1", 0))))))
                        .part(SocketService.class, SocketService::new)
                        .build(),
                NonVolatile.IN_MEMORY));
    }

    @Test
    void bytesGoBothWays() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            TcpLink link = connect(server.getLocalPort());
            try (Socket peer = server.accept()) {
                assertThat(link.remote()).isEqualTo(peer.getLocalSocketAddress());
                run(() -> link.send("to you".getBytes(StandardCharsets.US_ASCII)));
                assertThat(peer.getInputStream().readNBytes(6)).asString().isEqualTo("to you");
                peer.getOutputStream().write("to me".getBytes(StandardCharsets.US_ASCII));
                assertThat(next()).isEqualTo("readable");
                assertThat(ask(() -> link.read(100))).asString().isEqualTo("to me");
                assertThat(ask(link::sent)).isEqualTo(6);
                assertThat(ask(link::received)).isEqualTo(5);
            }
            assertThat(next()).isEqualTo(Closing.REMOTE);
            assertThat(ask(link::isOpen)).isFalse();
        }
    }

    @Test
    void aReaderThatIsSlowHoldsThePeerBack() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            TcpLink link = connect(server.getLocalPort());
            try (Socket peer = server.accept()) {
                int size = 32 * 1024 * 1024;
                CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> fill(peer, size));
                int read = 0;
                while (read < size) {
                    if (ask(link::available) == 0) {
                        assertThat(next()).isEqualTo("readable");
                    }
                    assertThat(ask(link::available)).isLessThan(3 * TcpLink.HIGH_WATER);
                    read += ask(() -> link.read(32 * 1024)).length;
                }
                assertThat(read).isEqualTo(size);
                sent.get(60, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aPeerThatIsSlowFillsTheLink() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            TcpLink link = connect(server.getLocalPort());
            try (Socket peer = server.accept()) {
                int sent = 0;
                while (!ask(link::isFull)) {
                    run(() -> link.send(new byte[10_000]));
                    sent += 10_000;
                }
                assertThat(ask(link::backlog)).isLessThan(2L * TcpLink.HIGH_WATER);
                assertThat(peer.getInputStream().readNBytes(sent)).hasSize(sent);
                assertThat(next()).isEqualTo("writable");
                assertThat(ask(link::isFull)).isFalse();
            }
        }
    }

    /** What holds the peer back again and again must not make the link forget that it has something to send. */
    @Test
    void aPeerThatIsSlowAndSendsMuchGetsTheRestAllTheSame() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            TcpLink link = connect(server.getLocalPort());
            try (Socket peer = server.accept()) {
                // More than the host takes without a reader.
                int sent = 40_000_000;
                run(() -> link.send(new byte[sent]));
                int size = 32 * TcpLink.HIGH_WATER;
                CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> fill(peer, size));
                int read = 0;
                while (read < size) {
                    if (ask(link::available) == 0) {
                        assertThat(next()).isNotNull();
                    }
                    read += ask(() -> link.read(32 * 1024)).length;
                }
                writing.get(60, TimeUnit.SECONDS);
                peer.setSoTimeout(60_000);
                assertThat(peer.getInputStream().readNBytes(sent)).hasSize(sent);
            }
        }
    }

    @Test
    void whatComesBeforeTheEndCanStillBeRead() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            TcpLink link = connect(server.getLocalPort());
            try (Socket peer = server.accept()) {
                peer.getOutputStream().write("last words".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(next()).isEqualTo("readable");
            assertThat(next()).isEqualTo(Closing.REMOTE);
            assertThat(ask(() -> link.read(100))).asString().isEqualTo("last words");
        }
    }

    @Test
    void aResetIsNotAnEnd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            connect(server.getLocalPort());
            try (Socket peer = server.accept()) {
                peer.setSoLinger(true, 0);
            }
            assertThat(next()).isEqualTo(Closing.RESET);
        }
    }

    @Test
    void theBearerTakesItsConnectionsAlong() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            connect(server.getLocalPort());
            try (Socket peer = server.accept()) {
                run(() -> modem.radio().setAttached(false));
                assertThat(next()).isEqualTo(Closing.NETWORK_LOST);
                assertThat(peer.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void whatIsNotToBeReachedIsNot() throws Exception {
        dial(NOWHERE);
        assertThat(next()).isEqualTo(NetworkException.Reason.NOT_ALLOWED);
    }

    @Test
    void whereNobodyListensIsRefused() throws Exception {
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(LOOPBACK, 0));
            dial(new HostPort("127.0.0.1", silent.getLocalPort()));
            assertThat(next()).isEqualTo(NetworkException.Reason.REFUSED);
        }
    }

    @Test
    void withoutBearerNothingConnects() throws Exception {
        run(() -> modem.radio().setAttached(false));
        dial(new HostPort("127.0.0.1", 9));
        assertThat(next()).isEqualTo(NetworkException.Reason.NO_SERVICE);
    }

    @Test
    void clientsComeToTheModemsServer() throws Exception {
        BlockingQueue<TcpLink> clients = new LinkedBlockingQueue<>();
        TcpListener listener = ask(() -> listen(80, clients::add));
        try (Socket client = new Socket(LOOPBACK, listener.local().getPort())) {
            TcpLink link = clients.poll(60, TimeUnit.SECONDS);
            client.getOutputStream().write(1);
            run(() -> link.listen(new Listening()));
            assertThat(next()).isEqualTo("readable");
            run(listener::close);
            run(() -> link.send(new byte[] {2}));
            assertThat(client.getInputStream().read()).isEqualTo(2);
            run(link::close);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aPortCanBeHadOnce() throws Exception {
        TcpListener first = ask(() -> listen(80, TcpLink::close));
        int port = first.local().getPort();
        assertThat(ask(() -> reasonNotToListen(port))).isEqualTo(NetworkException.Reason.PORT_TAKEN);
        run(first::close);
        assertThat(ask(() -> reasonNotToListen(port))).isNull();
    }

    @Test
    void datagramsGoBothWays() throws Exception {
        try (DatagramSocket peer = new DatagramSocket(0, LOOPBACK)) {
            peer.setSoTimeout(60_000);
            UdpLink link = ask(this::udp);
            run(() -> link.send((InetSocketAddress) peer.getLocalSocketAddress(), new byte[] {1, 2, 3}));
            DatagramPacket packet = new DatagramPacket(new byte[10], 10);
            peer.receive(packet);
            assertThat(packet.getLength()).isEqualTo(3);
            for (int i = 0; i < 2; i++) {
                peer.send(new DatagramPacket(new byte[i + 1], i + 1, packet.getSocketAddress()));
                assertThat(next()).isEqualTo("readable");
                Datagram datagram = ask(link::receive);
                assertThat(datagram.bytes()).hasSize(i + 1);
                assertThat(datagram.source()).isEqualTo(peer.getLocalSocketAddress());
            }
            assertThat(ask(link::receive)).isNull();
            run(link::close);
        }
    }

    @Test
    void aLargeDatagramArrivesWhole() throws Exception {
        try (DatagramSocket peer = new DatagramSocket(0, LOOPBACK)) {
            UdpLink link = ask(this::udp);
            byte[] bytes = new byte[65_507];
            new Random(3).nextBytes(bytes);
            peer.send(new DatagramPacket(bytes, bytes.length, link.local()));
            assertThat(next()).isEqualTo("readable");
            assertThat(ask(link::receive).bytes()).isEqualTo(bytes);
            run(link::close);
        }
    }

    @Test
    void noDatagramIsLostWhileItsTargetSendsToo() throws Exception {
        try (DatagramSocket peer = new DatagramSocket(0, LOOPBACK)) {
            peer.setSoTimeout(60_000);
            UdpLink link = ask(this::udp);
            InetSocketAddress target = (InetSocketAddress) peer.getLocalSocketAddress();
            DatagramPacket packet = new DatagramPacket(new byte[10], 10);
            for (int i = 0; i < 2000; i++) {
                byte[] bytes = {(byte) i};
                run(() -> link.send(target, bytes));
                peer.receive(packet);
                assertThat(packet.getData()[0]).isEqualTo((byte) i);
                for (int answer = 0; answer < 3; answer++) {
                    peer.send(new DatagramPacket(bytes, 1, packet.getSocketAddress()));
                }
            }
            run(link::close);
        }
    }

    private NetworkException.Reason reasonNotToListen(int port) {
        try {
            service().listen(port, 1, TcpLink::close).close();
            return null;
        } catch (NetworkException e) {
            return e.reason();
        }
    }

    private TcpListener listen(int port, TcpListener.Owner owner) {
        try {
            return service().listen(port, 1, owner);
        } catch (NetworkException e) {
            throw new AssertionError(e);
        }
    }

    private static void fill(Socket peer, int size) {
        try {
            OutputStream out = peer.getOutputStream();
            out.write(new byte[size]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TcpLink connect(int port) throws InterruptedException {
        dial(new HostPort("127.0.0.1", port));
        TcpLink link = (TcpLink) next();
        run(() -> link.listen(new Listening()));
        return link;
    }

    private void dial(HostPort target) {
        dial(target, Duration.ofSeconds(60));
    }
}
