package io.github.sim52xx.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.socket.Closing;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written down of the other ends of sockets. */
class RecordedSocketsTest {

    private static final HostPort SERVER = new HostPort("server.example", 7001);
    private static final InetSocketAddress THERE = new InetSocketAddress("127.0.0.1", 4711);
    private static final InetSocketAddress BUILT_IN = new InetSocketAddress("127.0.0.1", 25);

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Recording recording = new Recording(out, time, List::of, Set.of());
    private final RecordedSockets sockets = new RecordedSockets(recording, BUILT_IN::equals);

    @Test
    void whoDoesSomethingUnaskedTakesHisTime() {
        says("AT\r");
        sockets.connected("TCP 1", SERVER, THERE);
        sockets.sent("TCP 1", bytes("hello"));
        time.advance(Duration.ofSeconds(3));
        sockets.came("TCP 1", bytes("\0 "));
        sockets.closed("TCP 1", Closing.REMOTE);
        sockets.accepted("TCP 2", 80);
        sockets.closed("TCP 2", Closing.LOCAL);
        assertThat(steps())
                .containsExactly(
                        "> AT",
                        "peer 1 accepts server.example:7001",
                        "peer 1 hears hello",
                        "wait 3000ms",
                        "peer 1 says \\x00\\x20",
                        "peer 1 closes",
                        "client 2 connects 80",
                        "client 2 is closed");
    }

    @Test
    void dataThatIsBeingTypedStandsBeforeWhatComesOfIt() {
        sockets.connected("TCP 1", SERVER, THERE);
        says("ATO\r");
        recording.came(1, bytes("\r\nCONNECT 115200\r\n"));
        says("a");
        sockets.sent("TCP 1", bytes("a"));
        assertThat(steps()).endsWith("< CONNECT 115200", ">! a", "peer 1 hears a");
    }

    @Test
    void datagramsAreOfWhomTheHostCodeCalledSo() {
        sockets.found(SERVER, THERE);
        sockets.datagramSent(THERE, bytes("a"));
        sockets.datagramCame(THERE, new HostPort("127.0.0.1", 7001), bytes("b"));
        sockets.datagramCame(BUILT_IN, new HostPort("127.0.0.1", 25), bytes("c"));
        assertThat(steps())
                .containsExactly(
                        "peer 1 accepts udp server.example:7001",
                        "peer 1 hears a",
                        "peer 1 says b",
                        "peer 2 accepts udp 127.0.0.1:25",
                        "peer 2 says c");
    }

    @Test
    void whatIsTooMuchIsSaidOnce() {
        sockets.connected("TCP 1", SERVER, THERE);
        sockets.came("TCP 1", new byte[1 << 20]);
        sockets.came("TCP 1", bytes("more"));
        sockets.came("TCP 1", bytes("and more"));
        sockets.closed("TCP 1", Closing.RESET);
        assertThat(steps().stream().skip(257))
                .containsExactly(
                        "# peer 1: more than 1048576 bytes have passed; the rest is not here,"
                                + " and what comes of it cannot be played",
                        "peer 1 resets");
    }

    @Test
    void theBuiltInServerPlaysItself() {
        sockets.connected("TCP 1", SERVER, BUILT_IN);
        sockets.sent("TCP 1", bytes("QUIT\r\n"));
        sockets.closed("TCP 1", Closing.LOCAL);
        assertThat(out.size()).isZero();
    }

    private void says(String text) {
        recording.sent(1, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Without the empty line behind the head. */
    private List<String> steps() {
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
