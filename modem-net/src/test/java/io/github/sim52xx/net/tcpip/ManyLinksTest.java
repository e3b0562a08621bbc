package io.github.sim52xx.net.tcpip;

import static io.github.sim52xx.net.tcpip.SocketModem.LOOPBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links by number, clients of servers, and what is told of them to whom. */
class ManyLinksTest {

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void eachTerminalGetsWhatItHasOpened() throws Exception {
        SocketModem modem = opened(Firmware.V2010);
        ServerSocket server = keep(new ServerSocket(0, 5, LOOPBACK));
        AtDialogue other = AtDialogue.quiet(modem.modem());
        modem.ok("AT+CIPOPEN=0,\"TCP\",\"127.0.0.1\"," + server.getLocalPort(), "Connect ok");
        Socket first = keep(server.accept());
        other.longLine("AT+CIPOPEN=1,\"TCP\",\"127.0.0.1\"," + server.getLocalPort());
        Socket second = keep(server.accept());
        say(first, "one");
        say(second, "two");
        modem.dte().await("+IPD3\r\none");
        other.await("+IPD3\r\ntwo");
        // A terminal in the middle of something does not keep the others waiting.
        modem.type("AT+CIPSEND=0,5\r");
        say(first, "later");
        say(second, "now");
        other.await("+IPD3\r\nnow");
        String answer = modem.type("12345");
        if (!answer.endsWith("+IPD5\r\nlater")) {
            modem.dte().await("+IPD5\r\nlater");
        }
    }

    @Test
    void catrSaysWhoGetsWhatNobodyElseWants() throws Exception {
        SocketModem modem = opened(Firmware.V2010);
        ServerSocket server = keep(new ServerSocket(0, 5, LOOPBACK));
        AtDialogue opener = AtDialogue.quiet(modem.modem());
        AtDialogue third = AtDialogue.quiet(modem.modem());
        opener.longLine("AT+CIPOPEN=0,\"TCP\",\"127.0.0.1\"," + server.getLocalPort());
        Socket peer = keep(server.accept());
        modem.ok("AT+CATR=3");
        opener.hangUp();
        say(peer, "hello");
        third.await("+IPD5\r\nhello");
        assertThat(modem.settled()).isEmpty();
    }

    @Test
    void tenClientsAndNoMore() throws Exception {
        SocketModem modem = opened(Firmware.V2010);
        modem.ok("AT+SERVERSTART=80");
        int port = modem.listening(80);
        for (int i = 0; i < Links.COUNT; i++) {
            keep(new Socket(LOOPBACK, port));
            modem.dte().await("+CLIENT: 127.0.0.1:");
        }
        Socket eleventh = keep(new Socket(LOOPBACK, port));
        assertThat(eleventh.getInputStream().read()).isEqualTo(-1);
        assertThat(modem.line("AT+LISTCLIENT")).hasSize(Links.COUNT + 1);
        modem.ok("AT+NETCLOSE", "Network closed");
    }

    @Test
    void aPortThatIsTakenCannotBeBound() throws Exception {
        SocketModem modem = opened(Firmware.V2010);
        ServerSocket other = keep(new ServerSocket(0, 5, LOOPBACK));
        assertThat(modem.line("AT+SERVERSTART=" + other.getLocalPort()))
                .containsExactly("+IP ERROR: Bind port failed", "ERROR");
    }

    @Test
    void asynchronousCommandsAnswerFirst() throws Exception {
        SocketModem modem = opened(Firmware.V2014);
        ServerSocket server = keep(new ServerSocket(0, 5, LOOPBACK));
        modem.ok("AT+CIPCCFG=,,,,,1");
        modem.dte().send("AT+CIPOPEN=0,\"TCP\",\"127.0.0.1\"," + server.getLocalPort() + "\r");
        modem.dte().await("+IP OK\r\n");
        modem.dte().send("AT+CIPOPEN=1,\"TCP\",\"127.0.0.1\",1\r");
        modem.dte().await("+IP ERROR: Connect fail\r\n");
    }

    @Test
    void keepAliveIsSwitchedOn() throws Exception {
        SocketModem modem = opened(Firmware.V2010);
        ServerSocket server = keep(new ServerSocket(0, 5, LOOPBACK));
        modem.ok("AT+CTCPKA=1,3,3");
        modem.ok("AT+CIPOPEN=0,\"TCP\",\"127.0.0.1\"," + server.getLocalPort(), "Connect ok");
        modem.ok("AT+CIPSTAT=0", "+CIPSTAT: 0, 0");
    }

    @Test
    void powerOffEndsEverythingInSilence() throws Exception {
        SocketModem modem = opened(Firmware.V2010);
        ServerSocket server = keep(new ServerSocket(0, 5, LOOPBACK));
        modem.ok("AT+CIPOPEN=0,\"TCP\",\"127.0.0.1\"," + server.getLocalPort(), "Connect ok");
        Socket peer = keep(server.accept());
        modem.run(() -> modem.modem().power().off());
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
        assertThat(modem.settled()).isEmpty();
    }

    private SocketModem opened(Firmware firmware) {
        SocketModem modem = keep(new SocketModem(firmware));
        modem.ok("AT+NETOPEN=,,1", "Network opened");
        return modem;
    }

    private <T extends AutoCloseable> T keep(T one) {
        open.add(0, one);
        return one;
    }

    private static void say(Socket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
