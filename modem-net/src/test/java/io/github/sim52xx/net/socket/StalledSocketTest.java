package io.github.sim52xx.net.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.fault.Stall;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a stalled bearer hides from the modem's own sockets, and lets through afterwards in order. */
class StalledSocketTest extends FaultySockets {

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
            // What has come may be told before.
            Object told = next();
            assertThat("readable".equals(told) ? next() : told).isEqualTo("writable");
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
        List<Socket> left = new ArrayList<>(flood);
        while (left.size() > 64) {
            left.removeIf(StalledSocketTest::hasEnded);
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

    private static boolean hasEnded(Socket client) {
        try {
            client.setSoTimeout(1);
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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
    void connectionsTimeOutOnAStalledWay() throws Exception {
        put(new Stall());
        dial("127.0.0.1");
        assertThat(time.pass()).isEqualTo(PATIENCE);
        assertThat(next()).isEqualTo(NetworkException.Reason.TIMED_OUT);
    }

    @Test
    void noNameServerIsReachedOnAStalledWay() throws Exception {
        put(new Stall());
        dial("localhost");
        assertThat(time.awaitTimer()).isEqualTo(PATIENCE);
        assertThat(time.pass()).isEqualTo(QUESTIONS);
        assertThat(next()).isEqualTo(NetworkException.Reason.NO_NAME_SERVER);
    }
}
