package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --map NAME[:PORT]=HOST:PORT}. */
class MapRuleTest {

    @ParameterizedTest
    @CsvSource({
        "smtp.example.org=127.0.0.1:2525, smtp.example.org, -1, 127.0.0.1, 2525",
        "smtp.example.org:25=[::1]:2525, smtp.example.org, 25, ::1, 2525",
        "*.example.org:110=mail:1110, *.example.org, 110, mail, 1110",
        "[2001:db8::1]=a:1, 2001:db8::1, -1, a, 1",
        "[2001:db8::1]:25=a:1, 2001:db8::1, 25, a, 1",
        "10.0.0.7:25=a:1, 10.0.0.7, 25, a, 1",
    })
    void isRead(String typed, String name, int port, String host, int targetPort) {
        assertThat(MapRule.parse(typed)).isEqualTo(new MapRule(name, port, new HostPort(host, targetPort)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "=b:1",
                "a=",
                "a=b",
                "a=:1",
                "a=b:x",
                "a:=b:1",
                "a:x=b:1",
                "a:65536=b:1",
                ":25=b:1",
                "[]=b:1"
            })
    void garbageIsRefused(String typed) {
        assertThatThrownBy(() -> MapRule.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not ")
                .hasMessageContaining(typed.substring(typed.indexOf('=') + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.example.org, smtp.example.org, 25, true",
        "smtp.example.org, SMTP.Example.ORG, 465, true",
        "SMTP.example.org, smtp.example.org, 25, true",
        "smtp.example.org, smtp.example.com, 25, false",
        "smtp.example.org:25, smtp.example.org, 25, true",
        "smtp.example.org:25, smtp.example.org, 26, false",
        "*.example.org, example.org, 1, true",
        "*.example.org, smtp.example.org, 1, true",
        "*.example.org, a.b.EXAMPLE.org, 1, true",
        "*.example.org, badexample.org, 1, false",
        "*.example.org, example.org.com, 1, false",
        "*.example.org:25, smtp.example.org, 110, false",
        "[2001:db8::1]:25, 2001:db8::1, 25, true",
    })
    void coversNamesInAnyCase(String rule, String host, int port, boolean covered) {
        assertThat(MapRule.parse(rule + "=a:1").matches(host, port)).isEqualTo(covered);
    }
}
