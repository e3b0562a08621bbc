package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections get TLS, and whose name their certificates have to say. */
class TlsRuleTest {

    @ParameterizedTest
    @CsvSource({
        "auto,                       mail.example.org, 25,  AUTO",
        "auto,                       mail.example.org, 465, IMPLICIT",
        "auto,                       mail.example.org, 995, IMPLICIT",
        "starttls,                   mail.example.org, 465, STARTTLS",
        "off,                        mail.example.org, 465, OFF",
        "mail.example.org=implicit,  Mail.Example.Org, 25,  IMPLICIT",
        "mail.example.org=implicit,  example.org,      25,  OFF",
        "*.example.org=starttls,     mail.example.org, 25,  STARTTLS",
        "mail.example.org:587=auto,  mail.example.org, 587, AUTO",
        "mail.example.org:587=auto,  mail.example.org, 25,  OFF",
        "[::1]:25=implicit,          ::1,              25,  IMPLICIT",
    })
    void covers(String rule, String host, int port, TlsMode mode) {
        HostPort asked = new HostPort(host, port);
        assertThat(tls(rule).mode(asked, asked)).isEqualTo(mode);
    }

    @Test
    void theMostParticularRuleCounts() {
        Tls tls = tls("auto", "b.example=off", "a.example:25=starttls", "a.example=implicit", "off");
        assertThat(tls.mode(new HostPort("a.example", 25), new HostPort("x", 1)))
                .isEqualTo(TlsMode.STARTTLS);
        assertThat(tls.mode(new HostPort("a.example", 26), new HostPort("x", 1)))
                .isEqualTo(TlsMode.IMPLICIT);
        assertThat(tls.mode(new HostPort("b.example", 26), new HostPort("x", 1)))
                .isEqualTo(TlsMode.OFF);
        assertThat(tls.mode(new HostPort("c.example", 26), new HostPort("x", 1)))
                .isEqualTo(TlsMode.AUTO);
    }

    @Test
    void theRealServerMayBeNamedToo() {
        Tls tls = tls("real.example:587=starttls");
        assertThat(tls.mode(new HostPort("a.example", 25), new HostPort("real.example", 587)))
                .isEqualTo(TlsMode.STARTTLS);
        assertThat(tls("auto").mode(new HostPort("a.example", 25), new HostPort("real.example", 465)))
                .isEqualTo(TlsMode.IMPLICIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ssl", "AUTO", "=auto", "a=", "a=b", "a:x=auto", "a b=auto", "a:99999=off"})
    void whatIsNoRule(String text) {
        assertThatThrownBy(() -> TlsRule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a.example=127.0.0.1:1,  a.example",
        "a.example=[::1]:1,      a.example",
        "a.example=localhost:1,  a.example",
        "b.example=127.0.0.1:1,  127.0.0.1",
    })
    void theNameToProve(String map, String name) throws NetworkException {
        Resolver resolver = new Resolver(List.of(MapRule.parse(map)), List.of(), tls("auto"));
        Route route = resolver.route(map.startsWith("a") ? "a.example" : "127.0.0.1", 25);
        assertThat(route.name()).isEqualTo(name);
        assertThat(route.tls()).isEqualTo(TlsMode.AUTO);
    }

    private static Tls tls(String... rules) {
        return new Tls(Stream.of(rules).map(TlsRule::parse).toList(), new Trust(List.of()));
    }
}
