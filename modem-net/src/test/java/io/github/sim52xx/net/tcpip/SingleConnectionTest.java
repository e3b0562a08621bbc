package io.github.sim52xx.net.tcpip;

import static io.github.sim52xx.net.tcpip.SocketModem.LOOPBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection of the older set. */
class SingleConnectionTest {

    private final SocketModem modem = new SocketModem();
    private ServerSocket server;
    private Socket peer;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 1, LOOPBACK);
    }

    @AfterEach
    void stop() throws IOException {
        modem.close();
        server.close();
        if (peer != null) {
            peer.close();
        }
    }

    @Test
    void dataGoesBothWays() throws IOException {
        connect(modem);
        assertThat(modem.type("AT+TCPWRITE=5\r")).isEqualTo("\r\n>");
        assertThat(modem.type("hello\r\n")).isEqualTo("\r\n+TCPWRITE: 5, 5\r\n\r\nOK\r\n\r\nSend ok\r\n");
        assertThat(peer.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
        say("world");
        assertThat(modem.dte().await("world"))
                .isEqualTo("\r\nRECV FROM:127.0.0.1:" + server.getLocalPort() + "\r\n+IPD5\r\nworld");
        modem.ok("AT+NETCLOSE", "Network closed");
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }

    /** As with NAT: host code names the server's port in +NETOPEN, too, and the server may be on this very host. */
    @Test
    void aPortThatThisHostCannotSpareIsReplaced() throws IOException {
        modem.ok("AT+NETOPEN=\"TCP\"," + server.getLocalPort() + ",0", "Network opened");
        modem.ok("AT+TCPCONNECT=\"127.0.0.1\"," + server.getLocalPort(), "Connect ok");
        try (Socket accepted = server.accept()) {
            assertThat(accepted.getPort()).isNotEqualTo(server.getLocalPort());
        }
    }

    @Test
    void laterFirmwareAnswersOkFirst() throws IOException {
        SocketModem later = new SocketModem(Firmware.V2012);
        connect(later);
        later.type("AT+TCPWRITE=2\r");
        assertThat(later.type("hi")).isEqualTo("\r\nOK\r\n\r\n+TCPWRITE: 2, 2\r\n\r\nSend ok\r\n");
        later.close();
    }

    @Test
    void theEndComesBehindTheData() throws IOException {
        modem.ok("AT+CIPSRIP=0");
        connect(modem);
        say("last words");
        peer.close();
        assertThat(modem.dte().await(",127.0.0.1," + server.getLocalPort() + "\r\n"))
                .isEqualTo("\r\n+IPD10\r\nlast words\r\n+IPCLOSE: 255,1,127.0.0.1," + server.getLocalPort() + "\r\n");
        assertThat(modem.line("AT+TCPWRITE=5")).containsExactly("+IP ERROR: Connection is not created", "ERROR");
    }

    @Test
    void dataWaitsWhileACommandIsAtWork() throws IOException {
        connect(modem);
        modem.type("AT+TCPWRITE=5\r");
        say("early");
        assertThat(modem.type("1234")).isEmpty();
        String answer = modem.type("5");
        assertThat(answer).startsWith("\r\n+TCPWRITE: 5, 5\r\n\r\nOK\r\n\r\nSend ok\r\n");
        assertThat(peer.getInputStream().readNBytes(5)).asString().isEqualTo("12345");
        if (!answer.endsWith("early")) {
            modem.dte().await("early");
        }
    }

    @Test
    void aTerminalThatGoesInTheMiddleSendsNothing() throws IOException {
        connect(modem);
        modem.type("AT+TCPWRITE=5\r123");
        modem.dte().hangUp();
        AtDialogue next = AtDialogue.quiet(modem.modem());
        next.type("AT+TCPWRITE=2\r");
        next.type("ok");
        assertThat(peer.getInputStream().readNBytes(2)).asString().isEqualTo("ok");
    }

    @Test
    void dataWaitsForATerminal() throws IOException {
        modem.ok("AT+CIPHEAD=0;+CIPSRIP=0");
        connect(modem);
        modem.dte().hangUp();
        say("anybody?");
        AtDialogue next = AtDialogue.on(modem.modem());
        next.await("anybody?");
    }

    @Test
    void allBytesArriveInOrderAndUnchanged() throws Exception {
        modem.ok("AT+CIPHEAD=0;+CIPSRIP=0");
        connect(modem);
        byte[] bytes = new byte[1_000_000];
        new Random(1).nextBytes(bytes);
        // What ends the dialogue's waiting must not occur before.
        byte[] end = "#the end#".getBytes(StandardCharsets.ISO_8859_1);
        peer.getOutputStream().write(bytes);
        peer.getOutputStream().write(end);
        assertThat(modem.dte().await("#the end#"))
                .isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1) + "#the end#");
    }

    @Test
    void whoDoesNotReadIsTriedAgainAndThenGivenUp() throws IOException {
        modem.ok("AT+CIPCCFG=3");
        connect(modem);
        String block = "x".repeat(1024);
        String answer;
        do {
            modem.type("AT+TCPWRITE=1024\r");
            answer = modem.type(block);
        } while (answer.startsWith("\r\n+TCPWRITE: 1024, 1024\r\n"));
        assertThat(answer).isEmpty();
        modem.pass(Duration.ofMillis(1499));
        assertThat(modem.settled()).isEmpty();
        modem.pass(Duration.ofMillis(1));
        assertThat(modem.settled()).isEqualTo("\r\n+TCPWRITE: 1024, 0\r\n\r\nOK\r\n");
    }

    @Test
    void aConnectionLostAtThePromptConfirmsNothing() throws IOException {
        connect(modem);
        modem.type("AT+TCPWRITE=2\r1");
        peer.setSoLinger(true, 0);
        peer.close();
        modem.run(() -> modem.modem().radio().setAttached(false));
        assertThat(modem.type("2")).startsWith("\r\n+TCPWRITE: 2, -1\r\n\r\nOK\r\n");
    }

    @Test
    void nobodyListens() throws IOException {
        modem.ok("AT+NETOPEN=\"TCP\"", "Network opened");
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(LOOPBACK, 0));
            assertThat(modem.line("AT+TCPCONNECT=\"127.0.0.1\"," + silent.getLocalPort()))
                    .containsExactly("Connect fail", "ERROR");
        }
        assertThat(modem.line("AT+TCPCONNECT=\"192.0.2.1\",80")).containsExactly("Connect fail", "ERROR");
    }

    @Test
    void theNetworkIsLostOnce() throws IOException {
        connect(modem);
        modem.run(() -> modem.modem().radio().setAttached(false));
        assertThat(modem.dte().await("+NETCLOSE: 1\r\n")).isEqualTo("\r\n+NETCLOSE: 1\r\n");
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
        assertThat(modem.line("AT+NETCLOSE")).containsExactly("+IP ERROR: Network is already closed", "ERROR");
        assertThat(modem.line("AT+NETOPEN=\"TCP\""))
                .containsExactly("+IP ERROR: Open failure for network error", "ERROR");
    }

    @Test
    void finIsWaitedFor() throws IOException {
        modem.ok("AT+CTCPFIN=1,5");
        connect(modem);
        assertThat(modem.type("AT+NETCLOSE\r")).isEmpty();
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
        peer.close();
        modem.dte().await("\r\nNetwork closed\r\n\r\nOK\r\n");
    }

    @Test
    void finIsNotWaitedForForever() throws IOException {
        modem.ok("AT+CTCPFIN=1,5");
        connect(modem);
        assertThat(modem.type("AT+NETCLOSE\r")).isEmpty();
        modem.pass(Duration.ofSeconds(5));
        modem.dte().await("\r\nNetwork closed\r\n\r\nOK\r\n");
    }

    private void connect(SocketModem on) throws IOException {
        on.ok("AT+NETOPEN=\"TCP\"", "Network opened");
        on.ok("AT+TCPCONNECT=\"127.0.0.1\"," + server.getLocalPort(), "Connect ok");
        peer = server.accept();
    }

    private void say(String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
