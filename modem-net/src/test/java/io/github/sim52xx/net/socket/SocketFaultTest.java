package io.github.sim52xx.net.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.fault.Bandwidth;
import io.github.sim52xx.net.fault.DropAfter;
import io.github.sim52xx.net.fault.Latency;
import io.github.sim52xx.net.fault.NameFailure;
import io.github.sim52xx.net.fault.Refuse;
import io.github.sim52xx.net.fault.Reset;
import io.github.sim52xx.net.fault.Stall;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a bearer's faults do to the modem's own sockets. */
class SocketFaultTest extends FaultySockets {

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
    void whatIsStillReadBehindTheEndIsDropped() throws Exception {
        TcpLink link = connect();
        try (Socket peer = server.accept()) {
            put(new Reset());
            assertThat(next()).isEqualTo(Closing.RESET);
            link.arrived(ByteBuffer.wrap(new byte[] {1}));
            assertThat(ask(link::available)).isZero();
            assertThat(heard).isEmpty();
            assertThat(peer.isConnected()).isTrue();
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
}
