package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type for a host and a port. */
class HostPortTest {

    @ParameterizedTest
    @CsvSource({
        "mail:25, mail, 25, mail:25",
        "127.0.0.1:0, 127.0.0.1, 0, 127.0.0.1:0",
        "[::1]:25, ::1, 25, [::1]:25",
        "::1:25, ::1, 25, [::1]:25",
        "a-b.example.org:65535, a-b.example.org, 65535, a-b.example.org:65535",
        "mail:00025, mail, 25, mail:25",
    })
    void isReadAndPrinted(String typed, String host, int port, String printed) {
        HostPort address = HostPort.parse(typed);
        assertThat(address).isEqualTo(new HostPort(host, port)).hasToString(printed);
        assertThat(HostPort.parse(printed)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail",
                ":25",
                "mail:",
                "mail:65536",
                "mail:-1",
                "mail:+25",
                "mail:2 5",
                "mail:\u0662\u0665",
                "mail:99999999999",
                "a:b:25",
                "[mail]:25",
                "mail:x",
                "[]:25",
                "[::1:25",
                "::1]:25",
                " :25",
                "ma il:25",
            })
    void garbageIsRefusedInOneLineThatShowsIt(String typed) {
        assertThatThrownBy(() -> HostPort.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not ")
                .hasMessageContaining(typed)
                .hasMessageNotContaining("\n");
    }
}
