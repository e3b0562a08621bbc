package io.github.sim52xx.net.tcpip;

import static io.github.sim52xx.net.tcpip.SocketModem.LOOPBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the DTE knows of a link whose end it has not been told. */
class EndOfLinksTest {

    private static final Duration GUARD = Duration.ofSeconds(1);

    private final SocketModem modem = new SocketModem(Firmware.V2014);
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 5, LOOPBACK);
    }

    @AfterEach
    void stop() throws IOException {
        modem.close();
        server.close();
    }

    @Test
    void aNumberIsFreeWhenItsEndHasBeenTold() throws IOException {
        endUntold();
        assertThat(modem.line(open())).containsExactly("+CIPOPEN: 0,4", "ERROR");
        modem.pass(GUARD);
        assertThat(modem.settled()).isEqualTo("\r\n+IPCLOSE: 0,1\r\n");
        connect();
    }

    @Test
    void aLinkWhoseEndHasNotBeenToldCanBeClosed() throws IOException {
        endUntold();
        assertThat(modem.type("AT+CIPCLOSE=0\r")).isEqualTo("\r\nOK\r\n\r\n+CIPCLOSE: 0,0\r\n");
        connect();
        modem.pass(GUARD);
        assertThat(modem.settled()).isEmpty();
    }

    @Test
    void aClosedNetworkTellsNothing() throws IOException {
        endUntold();
        assertThat(modem.type("AT+NETCLOSE\r")).isEqualTo("\r\nOK\r\n\r\n+NETCLOSE: 0\r\n");
        modem.pass(GUARD);
        assertThat(modem.settled()).isEmpty();
    }

    @Test
    void theEndOfTheDataModeIsToldWithoutDelay() throws IOException {
        modem.ok("AT+CIPCCFG=,1000");
        try (Socket peer = online()) {
            peer.getOutputStream().write("bye".getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(modem.dte().await("CLOSED\r\n")).endsWith("bye\r\n+IPCLOSE: 0,1\r\n\r\nCLOSED\r\n");
    }

    @Test
    void aLossIsToldThoughLastWordsWaitForAto() throws IOException {
        try (Socket peer = online()) {
            modem.pass(GUARD);
            modem.type("+++");
            modem.pass(GUARD);
            assertThat(modem.settled()).endsWith("\r\nOK\r\n");
            peer.getOutputStream().write("bye".getBytes(StandardCharsets.ISO_8859_1));
            while (waiting() < 3) {
                Thread.onSpinWait();
            }
            modem.run(() -> modem.modem().radio().setAttached(false));
            assertThat(modem.dte().await("UNEXPECTEDLY\r\n"))
                    .isEqualTo("\r\n+CIPEVENT: NETWORK CLOSED UNEXPECTEDLY\r\n");
            assertThat(modem.type("ATO\r")).isEqualTo("\r\nCONNECT 115200\r\nbye\r\nCLOSED\r\n");
        }
    }

    @Test
    void aTerminalThatIsThereTakesTheCallOfATransparentServer() throws IOException {
        openNetwork("AT+CIPMODE=1");
        AtDialogue second = AtDialogue.quiet(modem.modem());
        assertThat(second.longLine("AT+SERVERSTART=80,0")).containsExactly("OK");
        second.hangUp();
        try (Socket client = new Socket(LOOPBACK, modem.listening(80))) {
            modem.dte().await("+CLIENT: 0,0,127.0.0.1:" + client.getLocalPort());
            assertThat(modem.type("ATO\r")).isEqualTo("\r\nCONNECT 115200\r\n");
        }
        modem.dte().await("CLOSED\r\n");
    }

    /** Link 0 has been closed by its peer, which +CIPCCFG's delay keeps from being told. */
    private void endUntold() throws IOException {
        openNetwork("AT+CIPCCFG=,1000");
        connect();
        server.accept().close();
        while (links() > 0) {
            Thread.onSpinWait();
        }
    }

    private Socket online() throws IOException {
        openNetwork("AT+CIPMODE=1");
        modem.dte().send(open() + "\r");
        modem.dte().await("CONNECT 115200\r\n");
        return server.accept();
    }

    private void openNetwork(String setting) {
        modem.ok(setting);
        modem.dte().send("AT+NETOPEN\r");
        modem.dte().await("+NETOPEN: 0\r\n");
    }

    private void connect() {
        modem.dte().send(open() + "\r");
        assertThat(modem.dte().await("+CIPOPEN: 0,0\r\n")).isEqualTo("\r\nOK\r\n\r\n+CIPOPEN: 0,0\r\n");
    }

    private String open() {
        return "AT+CIPOPEN=0,\"TCP\",\"127.0.0.1\"," + server.getLocalPort();
    }

    private int links() {
        int[] count = new int[1];
        modem.run(() -> count[0] = network().links().all().size());
        return count[0];
    }

    private int waiting() {
        int[] count = new int[1];
        modem.run(() -> count[0] = network().links().get(0).available());
        return count[0];
    }

    private Network network() {
        return modem.modem().part(TcpIp.class).network();
    }
}
