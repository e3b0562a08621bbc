package io.github.sim52xx.net.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.command.SocketSettingCommands;
import io.github.sim52xx.net.fault.Fault;
import io.github.sim52xx.net.fault.Faults;
import io.github.sim52xx.net.fault.ObservedTime;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A modem whose sockets meet a server of this host, on a bearer that faults are put on. */
@Timeout(240)
abstract class FaultySockets extends ModemSockets {

    static final Duration PATIENCE = Duration.ofSeconds(70);
    /** What +CIPDNSSET has first. */
    static final Duration QUESTIONS = Duration.ofSeconds(35);

    static final Duration SECOND = Duration.ofSeconds(1);

    final ObservedTime time;
    ServerSocket server;

    FaultySockets() {
        this(new ObservedTime());
    }

    private FaultySockets(ObservedTime time) {
        super(new Modem(
                Blueprint.builder()
                        .time(time)
                        .commands(List.of(new SocketSettingCommands()))
                        .part(Bearer.class, made -> new Bearer(made, new Resolver(List.of(), List.of())))
                        .part(SocketService.class, SocketService::new)
                        .build(),
                NonVolatile.IN_MEMORY));
        this.time = time;
    }

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 1, LOOPBACK);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    static void write(Socket peer, int size) {
        try {
            peer.getOutputStream().write(new byte[size]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Faults faults() {
        return modem.part(Bearer.class).faults();
    }

    void put(Fault fault) {
        run(() -> faults().put(fault));
    }

    TcpLink connect() throws InterruptedException {
        dial("127.0.0.1");
        assertThat(time.awaitTimer()).isEqualTo(PATIENCE);
        TcpLink link = (TcpLink) next();
        run(() -> link.listen(new Listening() {
            @Override
            public void sentAll() {
                heard.add("sent");
            }
        }));
        return link;
    }

    void dial(String host) {
        dial(new HostPort(host, server.getLocalPort()), PATIENCE);
    }

    /** Long enough for what a way that is not stalled would tell. */
    void assertHearsNothing() throws InterruptedException {
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    TcpListener listener() {
        try {
            return service().listen(0, 1, heard::add);
        } catch (NetworkException e) {
            throw new AssertionError(e);
        }
    }
}
