package io.github.sim52xx.net.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.command.SocketSettingCommands;
import io.github.sim52xx.net.fault.Bandwidth;
import io.github.sim52xx.net.fault.DropAfter;
import io.github.sim52xx.net.fault.Fault;
import io.github.sim52xx.net.fault.Faults;
import io.github.sim52xx.net.fault.Latency;
import io.github.sim52xx.net.fault.NameFailure;
import io.github.sim52xx.net.fault.ObservedTime;
import io.github.sim52xx.net.fault.Refuse;
import io.github.sim52xx.net.fault.Reset;
import io.github.sim52xx.net.fault.Stall;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a bearer's faults do to the modem's own sockets. */
@Timeout(240)
class SocketFaultTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration PATIENCE = Duration.ofSeconds(70);
    /** What +CIPDNSSET has first. */
    private static final Duration QUESTIONS = Duration.ofSeconds(35);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ObservedTime time = new ObservedTime();
    private final Modem modem = new Modem(
            Blueprint.builder()
                    .time(time)
                    .commands(List.of(new SocketSettingCommands()))
                    .part(Bearer.class, made -> new Bearer(made, new Resolver(List.of(), List.of())))
                    .part(SocketService.class, SocketService::new)
                    .build(),
            NonVolatile.IN_MEMORY);
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 1, LOOPBACK);
    }

    @AfterEach
    void close() throws Exception {
        modem.close();
        server.close();
    }

    @Test
    void whatIsLateComesInItsOrder() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Latency(SECOND, Duration.ZERO));
            run(() -> link.send(new byte[] {1, 2}));
            assertThat(time.awaitTimer()).isEqualTo(SECOND);
            run(() -> link.send(new byte[] {3}));
            assertThat(ask(link::backlog)).isEqualTo(3);
            peer.getOutputStream().write(new byte[] {4, 5});
            time.awaitTimer();
            time.advance(SECOND);
            assertThat(peer.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            assertThat(next()).isEqualTo("readable");
            assertThat(ask(() -> link.read(10))).containsExactly(4, 5);
        }
    }

    @Test
    void aFaultThatIsOverLetsEverythingGo() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Bandwidth(10));
            run(() -> link.send(new byte[1000]));
            time.awaitTimer();
            run(() -> faults().clear());
            run(() -> link.send(new byte[] {7}));
            byte[] all = peer.getInputStream().readNBytes(1001);
            assertThat(all[1000]).isEqualTo((byte) 7);
            assertThat(ask(link::backlog)).isZero();
        }
    }

    @Test
    void aStalledWayHoldsBothSidesBack() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Stall());
            int sent = 0;
            while (!ask(link::isFull)) {
                run(() -> link.send(new byte[10_000]));
                sent += 10_000;
            }
            assertThat(sent).isLessThan(2 * TcpLink.HIGH_WATER);
            int size = 32 * 1024 * 1024;
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(peer, size));
            assertThat(ask(link::available)).isZero();
            assertThatThrownBy(() -> writing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            run(() -> faults().clear());
            assertThat(next()).isEqualTo("writable");
            assertThat(peer.getInputStream().readNBytes(sent)).hasSize(sent);
            int read = 0;
            while (read < size) {
                if (ask(link::available) == 0) {
                    next();
                }
                assertThat(ask(link::available)).isLessThan(4 * TcpLink.HIGH_WATER);
                read += ask(() -> link.read(32 * 1024)).length;
            }
            writing.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aStalledWayHidesAFin() throws Exception {
        TcpLink link = connect();
        Socket peer = server.accept();
        put(new Stall());
        peer.close();
        assertHearsNothing();
        assertThat(ask(link::isOpen)).isTrue();
        run(() -> faults().clear());
        assertThat(next()).isEqualTo(Closing.REMOTE);
    }

    @Test
    void aStalledWayHidesAReset() throws Exception {
        TcpLink link = connect();
        Socket peer = server.accept();
        put(new Stall());
        peer.setSoLinger(true, 0);
        peer.close();
        assertHearsNothing();
        // Nor does sending tell.
        run(() -> link.send(new byte[] {1}));
        assertHearsNothing();
        run(() -> faults().clear());
        assertThat(next()).isEqualTo(Closing.RESET);
    }

    @Test
    void whatCameOnAStalledWayArrivesInOrder() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Stall());
            peer.getOutputStream().write(new byte[] {1, 2});
            peer.getOutputStream().flush();
        }
        assertHearsNothing();
        run(() -> faults().clear());
        assertThat(next()).isEqualTo("readable");
        assertThat(next()).isEqualTo(Closing.REMOTE);
        assertThat(ask(() -> link.read(10))).containsExactly(1, 2);
    }

    @Test
    void aStalledWayHidesThatAllHasBeenSent() throws Exception {
        TcpLink link = connect();
        put(new Stall());
        run(link::tellWhenSent);
        assertHearsNothing();
        run(() -> faults().clear());
        assertThat(next()).isEqualTo("sent");
    }

    @Test
    void aStalledWayHidesClients() throws Exception {
        TcpListener listener = ask(this::listener);
        put(new Stall());
        try (Socket client = new Socket(LOOPBACK, listener.local().getPort())) {
            client.getOutputStream().write(1);
            assertHearsNothing();
            run(() -> faults().clear());
            TcpLink link = (TcpLink) next();
            assertThat(link.remote().getPort()).isEqualTo(client.getLocalPort());
        }
        run(listener::close);
    }

    @Test
    void notAllClientsThatComeOnAStalledWayAreKept() throws Exception {
        TcpListener listener = ask(this::listener);
        put(new Stall());
        List<Socket> flood = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            flood.add(new Socket(LOOPBACK, listener.local().getPort()));
        }
        for (Socket client : flood.subList(64, 200)) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        run(() -> faults().clear());
        for (int i = 0; i < 64; i++) {
            assertThat(next()).isInstanceOf(TcpLink.class);
        }
        assertHearsNothing();
        for (Socket client : flood) {
            client.close();
        }
        run(listener::close);
    }

    @Test
    void aStalledWayHidesThatAConnectionHasComeAbout() throws Exception {
        put(new Stall());
        dial("127.0.0.1");
        assertThat(time.awaitTimer()).isEqualTo(PATIENCE);
        assertHearsNothing();
        run(() -> faults().clear());
        assertThat(next()).isInstanceOf(TcpLink.class);
    }

    @Test
    void theConnectionEndsAfterSoManyBytesWhichAllArrive() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new DropAfter(10));
            run(() -> link.send(new byte[100]));
            assertThat(next()).isEqualTo(Closing.RESET);
            assertThat(peer.getInputStream().readAllBytes()).hasSize(10);
            assertThat(ask(link::isOpen)).isFalse();
        }
    }

    @Test
    void aResetIsSeenOnBothSides() throws Exception {
        connect();
        try (Socket peer = server.accept()) {
            run(() -> faults().put(new Reset()));
            assertThat(next()).isEqualTo(Closing.RESET);
            assertThatThrownBy(() -> peer.getInputStream().read()).hasMessageContaining("reset");
        }
    }

    @Test
    void theEndComesBehindWhatIsLate() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Latency(SECOND, Duration.ZERO));
            peer.getOutputStream().write(new byte[] {1, 2});
            time.awaitTimer();
        }
        time.advance(SECOND);
        assertThat(next()).isEqualTo("readable");
        assertThat(next()).isEqualTo(Closing.REMOTE);
        assertThat(ask(() -> link.read(10))).containsExactly(1, 2);
    }

    @Test
    void whatIsClosedSendsWhatIsLateFirst() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Latency(SECOND, Duration.ZERO));
            run(() -> link.send(new byte[] {1, 2}));
            run(link::close);
            time.advance(SECOND);
            assertThat(peer.getInputStream().readAllBytes()).containsExactly(1, 2);
        }
    }

    @Test
    void whatIsLateStillGoesToAPeerThatSendsNothingMore() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Latency(SECOND, Duration.ZERO));
            run(() -> link.send(new byte[] {1, 2}));
            assertThat(time.awaitTimer()).isEqualTo(SECOND);
            peer.shutdownOutput();
            assertThat(next()).isEqualTo(Closing.REMOTE);
            peer.setSoTimeout(200);
            assertThatThrownBy(() -> peer.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            peer.setSoTimeout(0);
            time.advance(SECOND);
            assertThat(peer.getInputStream().readAllBytes()).containsExactly(1, 2);
        }
    }

    @Test
    void whatIsClosedBehindItsFinIsClosedWhenAllHasGone() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Stall());
            run(() -> link.send(new byte[] {1}));
            run(link::finish);
            run(link::close);
            run(() -> faults().clear());
            assertThat(peer.getInputStream().readAllBytes()).containsExactly(1);
            // Nobody reads it.
            assertThatThrownBy(() -> write(peer, 32 * 1024 * 1024)).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void connectionsAreRefused() throws Exception {
        put(new Refuse());
        dial("127.0.0.1");
        assertThat(next()).isEqualTo(NetworkException.Reason.REFUSED);
    }

    @Test
    void connectionsTimeOutOnAStalledWay() throws Exception {
        put(new Stall());
        dial("127.0.0.1");
        assertThat(time.pass()).isEqualTo(PATIENCE);
        assertThat(next()).isEqualTo(NetworkException.Reason.TIMED_OUT);
    }

    @Test
    void namesAreUnknown() throws Exception {
        put(new NameFailure(false));
        dial("localhost");
        assertThat(next()).isEqualTo(NetworkException.Reason.UNKNOWN_HOST);
    }

    @Test
    void aSilentNameServerIsAskedAsOftenAsTheSettingsSay() throws Exception {
        put(new NameFailure(true));
        dial("localhost");
        assertThat(time.awaitTimer()).isEqualTo(PATIENCE);
        assertThat(time.pass()).isEqualTo(QUESTIONS);
        assertThat(next()).isEqualTo(NetworkException.Reason.NO_NAME_SERVER);
    }

    @Test
    void noNameServerIsReachedOnAStalledWay() throws Exception {
        put(new Stall());
        dial("localhost");
        assertThat(time.awaitTimer()).isEqualTo(PATIENCE);
        assertThat(time.pass()).isEqualTo(QUESTIONS);
        assertThat(next()).isEqualTo(NetworkException.Reason.NO_NAME_SERVER);
    }

    @Test
    void theNameOfAPartnerIsLookedUpAsLong() throws Exception {
        put(new NameFailure(true));
        run(() -> modem.part(SocketService.class).find(new HostPort("localhost", 7), new SocketService.Whereabouts() {
            @Override
            public void found(InetSocketAddress address) {
                heard.add(address);
            }

            @Override
            public void failed(NetworkException why) {
                heard.add(why.reason());
            }
        }));
        assertThat(time.pass()).isEqualTo(QUESTIONS);
        assertThat(next()).isEqualTo(NetworkException.Reason.NO_NAME_SERVER);
    }

    @Test
    void datagramsAreLateOrLost() throws Exception {
        try (DatagramSocket peer = new DatagramSocket(0, LOOPBACK)) {
            peer.setSoTimeout(60_000);
            UdpLink link = ask(this::udp);
            InetSocketAddress there = (InetSocketAddress) peer.getLocalSocketAddress();
            put(new Latency(SECOND, Duration.ZERO));
            run(() -> link.send(there, new byte[] {1}));
            assertThat(time.pass()).isEqualTo(SECOND);
            DatagramPacket packet = new DatagramPacket(new byte[10], 10);
            peer.receive(packet);
            peer.send(new DatagramPacket(new byte[] {2}, 1, packet.getSocketAddress()));
            assertThat(time.pass()).isEqualTo(SECOND);
            assertThat(next()).isEqualTo("readable");
            assertThat(ask(link::receive).bytes()).containsExactly(2);
            put(new Stall());
            run(() -> link.send(there, new byte[] {3}));
            run(() -> faults().clear());
            peer.setSoTimeout(100);
            assertThatThrownBy(() -> peer.receive(packet)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void write(Socket peer, int size) {
        try {
            peer.getOutputStream().write(new byte[size]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private UdpLink udp() {
        try {
            return modem.part(SocketService.class).udp(0, new UdpLink.Owner() {
                @Override
                public void readable() {
                    heard.add("readable");
                }

                @Override
                public void lost() {
                    heard.add(Closing.NETWORK_LOST);
                }
            });
        } catch (NetworkException e) {
            throw new AssertionError(e);
        }
    }

    private Faults faults() {
        return modem.part(Bearer.class).faults();
    }

    private void put(Fault fault) {
        run(() -> faults().put(fault));
    }

    private TcpLink connect() throws InterruptedException {
        dial("127.0.0.1");
        assertThat(time.awaitTimer()).isEqualTo(PATIENCE);
        TcpLink link = (TcpLink) next();
        run(() -> link.listen(new TcpLink.Owner() {
            @Override
            public void readable() {
                heard.add("readable");
            }

            @Override
            public void writable() {
                heard.add("writable");
            }

            @Override
            public void sentAll() {
                heard.add("sent");
            }

            @Override
            public void closed(Closing how) {
                heard.add(how);
            }
        }));
        return link;
    }

    private void dial(String host) {
        HostPort target = new HostPort(host, server.getLocalPort());
        run(() -> modem.part(SocketService.class).connect(target, 0, PATIENCE, new Dial.Outcome() {
            @Override
            public void connected(TcpLink link) {
                heard.add(link);
            }

            @Override
            public void failed(NetworkException why) {
                heard.add(why.reason());
            }
        }));
    }

    /** Long enough for what a way that is not stalled would tell. */
    private void assertHearsNothing() throws InterruptedException {
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    private TcpListener listener() {
        try {
            return modem.part(SocketService.class).listen(0, 1, heard::add);
        } catch (NetworkException e) {
            throw new AssertionError(e);
        }
    }

    private Object next() throws InterruptedException {
        return heard.poll(60, TimeUnit.SECONDS);
    }

    private void run(Runnable task) {
        CompletableFuture.runAsync(task, modem::execute).join();
    }

    private <T> T ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, modem::execute).join();
    }
}
