package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The two forms of +IP ERROR. */
class IpErrorTest {

    private final NetworkedModem modem = new NetworkedModem();

    @Test
    void textsByDefaultNumbersOnDemand() {
        assertThat(line(IpError.SERVER_ALREADY_LISTENING)).isEqualTo("+IP ERROR: Server is already listening");
        modem.line("AT+CIPCCFG=,,,0");
        assertThat(line(IpError.SERVER_ALREADY_LISTENING)).isEqualTo("+IP ERROR: 20");
        assertThat(line(IpError.SOCKET_CLOSED)).isEqualTo("+IP ERROR: 255");
        modem.line("AT+CIPCCFG=,,,1");
        assertThat(line(IpError.SOCKET_CLOSED)).isEqualTo("+IP ERROR: Socket closed");
    }

    @Test
    void everyNumberUpTo21Once() {
        assertThat(Arrays.stream(IpError.values()).mapToInt(IpError::number).filter(number -> number < 255))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21);
    }

    private String line(IpError error) {
        return error.line(SocketSettings.of(modem.modem()));
    }
}
