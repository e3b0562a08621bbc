package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.net.fault.DropAfter;
import io.github.sim52xx.net.fault.NameFailure;
import io.github.sim52xx.net.fault.Refuse;
import io.github.sim52xx.net.fault.Reset;
import io.github.sim52xx.net.fault.Stall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a bearer's faults do to the modem's blocking sockets. */
@Timeout(240)
class BearerFaultTest {

    private NetworkedModem modem;
    private Bearer bearer;
    private ServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        MapRule rule = new MapRule("mail.example.org", 25, new HostPort("127.0.0.1", server.getLocalPort()));
        modem = new NetworkedModem(new Resolver(List.of(rule), List.of()), Trace.NONE);
        bearer = modem.bearer();
    }

    @AfterEach
    void close() throws Exception {
        modem.modem().close();
        server.close();
    }

    @Test
    void theNetworkInterruptsTheBearer() throws Exception {
        modem.line("AT+CGACT=1,1");
        ModemSocket socket = open();
        bearer.interrupt(true);
        bearer.interrupt(true);
        assertThat(socket.isBearerLost()).isTrue();
        assertThat(bearer.isUp()).isFalse();
        assertThat(modem.line("AT+CGATT?")).contains("+CGATT: 1");
        assertThat(modem.line("AT+CGACT?")).contains("+CGACT: 1,0");
        assertThat(modem.domain().activate(1, true)).isFalse();
        assertFails(NetworkException.Reason.NO_SERVICE, this::open);
        bearer.interrupt(false);
        open().close();
        assertThat(modem.domain().activate(1, true)).isTrue();
    }

    @Test
    void connectionsAreRefused() throws Exception {
        bearer.faults().put(new Refuse());
        assertFails(NetworkException.Reason.REFUSED, this::open);
        bearer.faults().clear();
        open().close();
    }

    @Test
    void namesAreUnknownAndAddressesAreNot() throws Exception {
        bearer.faults().put(new NameFailure(false));
        assertFails(NetworkException.Reason.UNKNOWN_HOST, this::open);
        ModemSocket socket = bearer.socket("TEST");
        socket.open("127.0.0.1", server.getLocalPort(), 60_000);
        socket.close();
    }

    @Test
    void theConnectionEndsAfterSoManyBytesWhichAllArrive() throws Exception {
        bearer.faults().put(new DropAfter(10));
        ModemSocket socket = open();
        try (Socket peer = server.accept()) {
            assertThatThrownBy(() -> socket.getOutputStream().write(new byte[100]))
                    .isInstanceOf(IOException.class);
            assertThat(peer.getInputStream().readAllBytes()).hasSize(10);
        }
        assertThat(socket.isClosed()).isTrue();
        assertThat(socket.isBearerLost()).isFalse();
    }

    @Test
    void aResetIsSeenOnBothSides() throws Exception {
        ModemSocket socket = open();
        try (Socket peer = server.accept()) {
            CompletableFuture<Boolean> failed = CompletableFuture.supplyAsync(() -> failsToRead(socket));
            bearer.faults().put(new Reset());
            assertThat(failed.get(60, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> peer.getInputStream().read()).hasMessageContaining("reset");
        }
    }

    @Test
    void aStalledSocketCanBeClosedAndHoldsItsPeerBack() throws Exception {
        ModemSocket socket = open();
        try (Socket peer = server.accept()) {
            bearer.faults().put(new Stall());
            CompletableFuture<Boolean> failed = CompletableFuture.supplyAsync(() -> failsToRead(socket));
            peer.getOutputStream().write(1);
            assertThat(failed).isNotDone();
            socket.close();
            assertThat(failed.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void losingTheBearerEndsAStalledConnection() throws Exception {
        bearer.faults().put(new Stall());
        ModemSocket socket = bearer.socket("TEST");
        CompletableFuture<NetworkException> failure = new CompletableFuture<>();
        Thread opening = new Thread(() -> {
            try {
                socket.open("mail.example.org", 25, 0);
            } catch (NetworkException e) {
                failure.complete(e);
            }
        });
        opening.start();
        modem.line("AT+CGATT=0");
        assertThat(failure.get(60, TimeUnit.SECONDS).reason()).isEqualTo(NetworkException.Reason.NO_SERVICE);
    }

    private static boolean failsToRead(ModemSocket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private ModemSocket open() throws NetworkException {
        ModemSocket socket = bearer.socket("TEST");
        socket.open("mail.example.org", 25, 60_000);
        return socket;
    }

    private static void assertFails(NetworkException.Reason reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
