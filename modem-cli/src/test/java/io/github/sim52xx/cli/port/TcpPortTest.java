package io.github.sim52xx.cli.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Where the port listens, and where it cannot. */
class TcpPortTest {

    private static final ModemSource NO_MODEM = link -> {
        throw new AssertionError("nobody connects");
    };

    @Test
    void theAddressIsTheOneAskedFor() throws IOException {
        TcpPort port = new TcpPort(new InetSocketAddress("0.0.0.0", 0), NO_MODEM, 1);
        assertThat(port.address().getAddress().getHostAddress()).isEqualTo("0.0.0.0");
        assertThat(port.address().getPort()).isPositive();
        port.close();
    }

    @Test
    void aPortInUseIsSaidSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIOException()
                    .isThrownBy(() -> new TcpPort((InetSocketAddress) taken.getLocalSocketAddress(), NO_MODEM, 1))
                    .withMessage("Address already in use");
        }
    }

    @Test
    void soIsAHostThatNobodyKnows() {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
        assertThatIOException()
                .isThrownBy(() -> new TcpPort(nowhere, NO_MODEM, 1))
                .withMessage("unknown host");
    }
}
