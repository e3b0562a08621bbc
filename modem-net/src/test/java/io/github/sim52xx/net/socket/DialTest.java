package io.github.sim52xx.net.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.command.SocketSettingCommands;
import io.github.sim52xx.net.fault.Fault;
import io.github.sim52xx.net.fault.Latency;
import io.github.sim52xx.net.fault.Stall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An attempt to connect that is given up, or whose end and a change of the way fall together. */
class DialTest {

    private static final int PATIENCE = 60;

    /** A byte has come from the peer: MINA has done all that it does for a new connection. */
    private final CountDownLatch greeted = new CountDownLatch(1);

    private final List<ModemEvent> faults = Collections.synchronizedList(new ArrayList<>());
    private final Modem modem = new Modem(
            Blueprint.builder()
                    .workers(Runnable::run)
                    .trace((channel, outgoing, bytes, offset, length) -> greeted.countDown())
                    .events(event -> {
                        if (event instanceof ModemEvent.Fault) {
                            faults.add(event);
                        }
                    })
                    .commands(List.of(new SocketSettingCommands()))
                    .part(Bearer.class, made -> new Bearer(made, new Resolver(List.of(), List.of())))
                    .part(SocketService.class, SocketService::new)
                    .build(),
            NonVolatile.IN_MEMORY);
    private final List<String> heard = new ArrayList<>();
    private CompletableFuture<TcpLink> connected = new CompletableFuture<>();

    private Dial dial;

    @Test
    void whoGivesUpHearsNothingMore() throws Exception {
        List<SocketChannel> others = new ArrayList<>();
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 3; i++) {
                SocketChannel other = SocketChannel.open();
                others.add(other);
                // Two get through at once; nobody else will.
                other.configureBlocking(i < 2);
                other.connect(new InetSocketAddress(busy.getInetAddress(), busy.getLocalPort()));
            }
            CompletableFuture<Dial> dial =
                    CompletableFuture.supplyAsync(() -> dial(busy.getLocalPort()), modem::execute);
            run(() -> {});
            run(dial.join()::cancel);
            run(() -> {});
            assertThat(heard).isEmpty();
            assertThat(faults).isEmpty();
        } finally {
            modem.close();
            for (SocketChannel other : others) {
                other.close();
            }
        }
    }

    @Test
    void whoGivesUpAtTheLastMomentHoldsUpNobodyElse() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 100; i++) {
                Dial given = CompletableFuture.supplyAsync(() -> dial(server.getLocalPort()), modem::execute)
                        .join();
                try (Socket peer = server.accept()) {
                    run(given::cancel);
                    run(() -> connected.thenAccept(TcpLink::close));
                    connected = new CompletableFuture<>();
                    peer.setSoTimeout(PATIENCE * 1000);
                    assertThat(peer.getInputStream().read()).isEqualTo(-1);
                }
            }
            run(() -> dial(server.getLocalPort()));
            assertThat(connected.get(PATIENCE, TimeUnit.SECONDS).isOpen()).isTrue();
        } finally {
            modem.close();
        }
    }

    @Test
    void aConnectionThatComesAboutWhileTheWayChangesIsTakenOnce() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket peer = dialUntilGreeted(server, new Latency(Duration.ZERO, Duration.ZERO))) {
            TcpLink link = connected.get(PATIENCE, TimeUnit.SECONDS);
            run(() -> {});
            run(() -> assertThat(link.isOpen()).isTrue());
            assertThat(heard).containsExactly("connected");
            assertThat(peer.isConnected()).isTrue();
        } finally {
            modem.close();
        }
    }

    @Test
    void aConnectionThatTheModemHasNotHeardOfIsClosedToo() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket peer = dialUntilGreeted(server, new Stall())) {
            run(() -> {});
            run(dial::cancel);
            run(modem.part(Bearer.class).faults()::clear);
            peer.setSoTimeout(PATIENCE * 1000);
            assertThat(peer.getInputStream().read()).isEqualTo(-1);
            assertThat(heard).isEmpty();
        } finally {
            modem.close();
        }
    }

    /** The fault comes up when the connection is there, but before the modem's thread can hear of that. */
    private Socket dialUntilGreeted(ServerSocket server, Fault fault) throws IOException {
        CompletableFuture<Void> dialled = new CompletableFuture<>();
        Runnable change = () -> {
            try {
                assertThat(greeted.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
                modem.part(Bearer.class).faults().put(fault);
                dialled.complete(null);
            } catch (InterruptedException | AssertionError e) {
                dialled.completeExceptionally(e);
            }
        };
        Runnable begin = () -> {
            dial = dial(server.getLocalPort());
            // It connects first.
            modem.execute(change);
        };
        new Thread(() -> modem.execute(begin)).start();
        Socket peer = server.accept();
        peer.getOutputStream().write(1);
        dialled.join();
        return peer;
    }

    private Dial dial(int port) {
        HostPort target = new HostPort("127.0.0.1", port);
        return modem.part(SocketService.class).connect(target, 0, Duration.ofMinutes(1), new Dial.Outcome() {
            @Override
            public void connected(TcpLink link) {
                heard.add("connected");
                connected.complete(link);
            }

            @Override
            public void failed(NetworkException why) {
                heard.add(why.getMessage());
            }
        });
    }

    private void run(Runnable task) {
        CompletableFuture.runAsync(task, modem::execute).join();
    }
}
