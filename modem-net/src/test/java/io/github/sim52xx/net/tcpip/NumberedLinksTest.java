package io.github.sim52xx.net.tcpip;

import static io.github.sim52xx.net.tcpip.SocketModem.LOOPBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links of the newer set, and peers that do not behave. */
class NumberedLinksTest {

    private static final int MEGABYTE = 1 << 20;
    /** More than there are links and reports for, and so few that the queue takes all that are not seen to at once. */
    private static final int CLIENTS = 60;
    /** A thread that looks more seldom has not been let run. */
    private static final Duration ONE_LOOK = Duration.ofMillis(10);

    private final SocketModem modem = new SocketModem(Firmware.V2014);
    private ServerSocket server;
    private Socket peer;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 1, LOOPBACK);
        assertThat(modem.type("AT+NETOPEN\r")).isEqualTo("\r\nOK\r\n\r\n+NETOPEN: 0\r\n");
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
    void aPeerThatSendsFiftyMegabytesIsHeldBack() throws IOException {
        modem.ok("AT+CIPRXGET=1");
        connect();
        peer.setSendBufferSize(MEGABYTE);
        AtomicLong written = new AtomicLong();
        CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
            byte[] block = new byte[MEGABYTE / 16];
            try {
                for (int i = 0; i < 50 * 16; i++) {
                    peer.getOutputStream().write(block);
                    written.addAndGet(block.length);
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
        modem.dte().await("+CIPRXGET: 1,0\r\n");
        // Until the modem has as much as it takes at once.
        until(() -> waiting(0) > 64 * 1024);
        assertThat(flood).isNotDone();
        // What the peer got rid of is in the buffers of the two sockets; the modem's own is small.
        assertThat(written.get()).isLessThan(20L * MEGABYTE);
        assertThat(waiting(0)).isBetween(1, 512 * 1024);
        // Nothing but what is read makes room.
        assertThat(modem.settled()).isEmpty();
        // A host with sixteen bits counts without an overflow.
        assertThat(modem.line("AT+CIPRXGET=4,0")).containsExactly("+CIPRXGET: 4,0,32767", "OK");
        assertThat(modem.line("AT+CIPRXGET=3,0,1").get(0)).isEqualTo("+CIPRXGET: 3,0,1,32767");
        for (int i = 0; i < 200; i++) {
            until(() -> waiting(0) > 0);
            assertThat(modem.type("AT+CIPRXGET=2,0,1500\r")).contains("\r\n+CIPRXGET: 2,0,");
        }
        assertThat(waiting(0)).isLessThan(512 * 1024);
    }

    @Test
    void dataBeforeFinCanBeReadAfterwards() throws IOException {
        modem.ok("AT+CIPRXGET=1");
        connect();
        say("last words");
        peer.close();
        assertThat(modem.dte().await("+IPCLOSE: 0,1\r\n")).isEqualTo("\r\n+CIPRXGET: 1,0\r\n\r\n+IPCLOSE: 0,1\r\n");
        assertThat(modem.type("AT+CIPRXGET=2,0,4\r")).isEqualTo("\r\n+CIPRXGET: 2,0,4,6\r\nlast\r\nOK\r\n");
        // A new link has the number for itself.
        connect();
        assertThat(modem.line("AT+CIPRXGET=2,0")).containsExactly("+IP ERROR: No data", "ERROR");
    }

    @Test
    void aResetIsToldAndTheNumberIsFree() throws IOException {
        connect();
        peer.setSoLinger(true, 0);
        peer.close();
        assertThat(modem.dte().await("+IPCLOSE: 0,3\r\n")).isEqualTo("\r\n+IPCLOSE: 0,3\r\n");
        assertThat(modem.line("AT+CIPSEND=0,2")).containsExactly("+CIPERROR: 4", "ERROR");
        connect();
    }

    @Test
    void aConnectionLostAtThePromptConfirmsNothing() throws IOException {
        connect();
        modem.type("AT+CIPSEND=0,2\r1");
        modem.run(() -> modem.modem().radio().setAttached(false));
        assertThat(modem.type("2"))
                .isEqualTo("\r\nOK\r\n\r\n+CIPSEND: 0,2,-1\r\n\r\n+CIPEVENT: NETWORK CLOSED UNEXPECTEDLY\r\n");
    }

    @Test
    void whoDoesNotReadGetsAPartAndThenIsGivenUp() throws IOException {
        modem.ok("AT+CIPTIMEOUT=,,5000");
        connect();
        String block = "x".repeat(1500);
        String answer;
        long taken = 0;
        do {
            modem.type("AT+CIPSEND=0,1500\r");
            answer = modem.type(block);
            taken += 1500;
        } while (answer.endsWith("\r\n+CIPSEND: 0,1500,1500\r\n"));
        // The last that it had room for.
        assertThat(answer).matches("(?s)\r\nOK\r\n(\r\n\\+CIPSEND: 0,1500,\\d{1,4}\r\n)?");
        if (answer.contains("+CIPSEND")) {
            modem.type("AT+CIPSEND=0,1500\r");
            assertThat(modem.type(block)).isEqualTo("\r\nOK\r\n");
        }
        assertThat(modem.line("AT+CIPSEND=0,1500")).containsExactly("+CIPERROR: 8", "ERROR");
        assertThat(taken).isLessThan(20L * MEGABYTE);
        modem.pass(Duration.ofMillis(4999));
        assertThat(modem.settled()).isEmpty();
        modem.pass(Duration.ofMillis(1));
        assertThat(modem.settled()).isEqualTo("\r\n+CIPSEND: 0,1500,0\r\n\r\n+IPCLOSE: 0,2\r\n");
    }

    @Test
    void whoReadsInTimeGetsTheRest() throws Exception {
        connect();
        String block = "x".repeat(1500);
        do {
            modem.type("AT+CIPSEND=0,1500\r");
        } while (!modem.type(block).equals("\r\nOK\r\n"));
        CompletableFuture.runAsync(() -> {
            try {
                peer.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The test is over.
            }
        });
        modem.dte().await("+CIPSEND: 0,1500,1500\r\n");
    }

    @Test
    void aFloodOfClientsGetsTenLinks() throws IOException {
        modem.ok("AT+SERVERSTART=80,0");
        int port = modem.listening(80);
        List<Socket> flood = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            flood.add(new Socket(LOOPBACK, port));
        }
        tenAreServed(flood);
        for (Socket client : flood) {
            client.close();
        }
        until(() -> links() == 0);
        try (Socket late = new Socket(LOOPBACK, port)) {
            modem.dte().await("+CLIENT: 0,0,127.0.0.1:" + late.getLocalPort() + "\r\n");
        }
    }

    @Test
    void aThousandClientsNeedNotKnockTwice() throws IOException {
        modem.ok("AT+SERVERSTART=80,0,1");
        int port = modem.listening(80);
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            SocketChannel client = SocketChannel.open();
            clients.add(client.socket());
            // TCP knocks a second time after a second.
            assertThat(secondsToConnect(client, port)).isLessThan(0.95);
        }
        tenAreServed(clients);
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void clientsThatComeAndGoWhileNobodyListensAreLimited() throws IOException {
        modem.ok("AT+SERVERSTART=80,0");
        int port = modem.listening(80);
        // While data is typed nothing else is told.
        connect(9);
        modem.type("AT+CIPSEND=9,1\r");
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Socket client = new Socket(LOOPBACK, port);
            clients.add(client);
            client.getOutputStream().write(new byte[1000]);
            client.shutdownOutput();
        }
        // The modem has let each of them in and out again, or has sent it away.
        for (Socket client : clients) {
            until(() -> hasEnded(client));
            client.close();
        }
        assertThat(links()).isEqualTo(1);
        StringBuilder told = new StringBuilder(modem.type("x"));
        until(() -> count("+IPCLOSE: ", told.append(modem.settled())) == count("+CLIENT: ", told));
        // Link 9 is taken. None of the others has to end before all clients have come.
        assertThat(count("+CLIENT: ", told)).isBetween(Links.COUNT - 1, 4 * Links.COUNT);
    }

    /** Connects, which takes as long as this thread has watched: what nobody lets run has nothing to wait for. */
    private static double secondsToConnect(SocketChannel client, int port) throws IOException {
        client.configureBlocking(false);
        client.connect(new InetSocketAddress(LOOPBACK, port));
        Duration watched = Duration.ZERO;
        long last = System.nanoTime();
        while (!client.finishConnect()) {
            Duration look = Duration.ofNanos(System.nanoTime() - last);
            watched = watched.plus(look.compareTo(ONE_LOOK) < 0 ? look : ONE_LOOK);
            last += look.toNanos();
        }
        client.configureBlocking(true);
        return watched.toNanos() / 1e9;
    }

    /** Waits until ten of the clients, whichever came first, have a link and the others have been sent away. */
    private void tenAreServed(List<Socket> clients) {
        until(() -> links() == Links.COUNT);
        List<Integer> served = new ArrayList<>();
        modem.run(() -> modem.modem()
                .part(TcpIp.class)
                .network()
                .links()
                .all()
                .forEach(link -> served.add(((StreamLink) link).remote().port())));
        for (Socket client : clients) {
            if (!served.contains(client.getLocalPort())) {
                until(() -> hasEnded(client));
            }
        }
        assertThat(links()).isEqualTo(Links.COUNT);
    }

    private static boolean hasEnded(Socket client) {
        try {
            client.setSoTimeout(1000);
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void until(BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static int count(String word, CharSequence text) {
        return text.toString().split(Pattern.quote(word), -1).length - 1;
    }

    private int links() {
        int[] count = new int[1];
        modem.run(() -> count[0] =
                modem.modem().part(TcpIp.class).network().links().all().size());
        return count[0];
    }

    private int waiting(int number) {
        int[] count = new int[1];
        modem.run(() -> count[0] =
                ((StreamLink) modem.modem().part(TcpIp.class).network().links().get(number)).available());
        return count[0];
    }

    private void connect() throws IOException {
        connect(0);
    }

    private void connect(int number) throws IOException {
        String begun =
                modem.dte().type("AT+CIPOPEN=" + number + ",\"TCP\",\"127.0.0.1\"," + server.getLocalPort() + "\r");
        peer = server.accept();
        String result = "+CIPOPEN: " + number + ",0\r\n";
        String all = begun.endsWith(result) ? begun : begun + modem.dte().await(result);
        assertThat(all).isEqualTo("\r\nOK\r\n\r\n" + result);
    }

    private void say(String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
