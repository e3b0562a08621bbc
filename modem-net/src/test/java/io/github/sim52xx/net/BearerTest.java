package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to connections when the network goes. */
class BearerTest {

    private final NetworkedModem modem = new NetworkedModem();
    private final Bearer bearer = modem.bearer();
    private ServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        modem.modem().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT+CFUN=0", "AT+CFUN=4", "AT+COPS=2", "AT+CGATT=0", "AT+CRESET", "AT+CPOF"})
    void itsEndIsTheEndOfEveryConnection(String line) throws Exception {
        ModemSocket one = open();
        ModemSocket other = open();
        ModemSocket closedBefore = open();
        ModemSocket notYetOpen = bearer.socket("TEST");
        closedBefore.close();
        modem.line(line);
        assertThat(bearer.isUp()).isFalse();
        for (ModemSocket socket : new ModemSocket[] {one, other, notYetOpen}) {
            assertThat(socket.isClosed()).isTrue();
            assertThat(socket.isBearerLost()).isTrue();
        }
        assertThat(closedBefore.isBearerLost()).isFalse();
        assertNoService(() -> bearer.socket("TEST"));
        assertNoService(() -> notYetOpen.open("127.0.0.1", server.getLocalPort(), 60_000));
    }

    @Test
    void otherChangesOfTheRadioDoNotMatter() throws Exception {
        ModemSocket socket = open();
        modem.line("AT+CNMP=13");
        modem.line("AT+CREG=2");
        modem.line("AT+CGACT=1,1");
        modem.line("AT+CGACT=0,1");
        assertThat(bearer.isUp()).isTrue();
        assertThat(socket.isClosed()).isFalse();
        socket.close();
    }

    @Test
    void comesBackWithTheNetwork() throws Exception {
        modem.line("AT+CFUN=4");
        modem.line("AT+CFUN=1");
        assertThat(bearer.isUp()).isFalse();
        modem.pass(2);
        assertThat(bearer.isUp()).isTrue();
        open().close();
    }

    private ModemSocket open() throws Exception {
        ModemSocket socket = bearer.socket("TEST");
        socket.open("127.0.0.1", server.getLocalPort(), 60_000);
        return socket;
    }

    private static void assertNoService(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.reason()).isEqualTo(NetworkException.Reason.NO_SERVICE));
    }
}
