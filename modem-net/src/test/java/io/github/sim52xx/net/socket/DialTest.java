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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An attempt to connect that is given up. */
class DialTest {

    private final List<ModemEvent> faults = Collections.synchronizedList(new ArrayList<>());
    private final Modem modem = new Modem(
            Blueprint.builder()
                    .workers(Runnable::run)
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

    private Dial dial(int port) {
        HostPort target = new HostPort("127.0.0.1", port);
        return modem.part(SocketService.class).connect(target, 0, Duration.ofMinutes(1), new Dial.Outcome() {
            @Override
            public void connected(TcpLink link) {
                heard.add("connected");
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
