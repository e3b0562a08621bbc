package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where names lead, and what is out of reach. No name server is asked. */
class ResolverTest {

    private static final Resolver CLOSED = new Resolver(List.of(), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "::1", "::ffff:127.0.0.1"})
    void loopbackIsAlwaysInReach(String host) throws Exception {
        assertThat(CLOSED.resolve(host, 25).getAddress().isLoopbackAddress()).isTrue();
        assertThat(CLOSED.resolve(host, 25).getPort()).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.7",
                "0.0.0.0",
                "255.255.255.255",
                "2001:db8::1",
                "mail.example.org",
                "127.0.0.1.example.org",
                "999.0.0.1",
                "127.1",
                "2130706433",
                "localhost.example.org",
            })
    void nothingElseIs(String host) {
        assertRefused(CLOSED, host, NetworkException.Reason.NOT_ALLOWED);
    }

    @Test
    void theRefusalSaysHowToOpenIt() {
        assertThatThrownBy(() -> CLOSED.resolve("mail.example.org", 25))
                .hasMessageContaining("--map mail.example.org:25=HOST:PORT")
                .hasMessageContaining("--allow-net mail.example.org:25");
    }

    @Test
    void anAddressThatWasGivenForANameLeadsWhereTheNameLeads() throws Exception {
        Resolver resolver = mapping("mail.example.org:25=127.0.0.1:1", "*.example.org:110=127.0.0.1:2");
        String address = resolver.addressOf("Mail.example.org");
        assertThat(address).startsWith("198.1");
        assertThat(resolver.nameOf(address)).isEqualTo("mail.example.org");
        assertThat(port(resolver, address, 25)).isEqualTo(1);
        assertThat(port(resolver, address, 110)).isEqualTo(2);
        assertThat(resolver.addressOf("www.example.org")).isNotEqualTo(address);
        assertThatThrownBy(() -> resolver.resolve(address, 80)).hasMessageContaining("--allow-net mail.example.org:80");
    }

    @Test
    void addressesAndNamesOfThisHostAndOfNobody() throws Exception {
        assertThat(CLOSED.addressOf("10.0.0.7")).isEqualTo("10.0.0.7");
        assertThat(CLOSED.addressOf("localhost")).isEqualTo("127.0.0.1");
        assertThat(CLOSED.nameOf("127.0.0.1")).isEqualTo("localhost");
        assertThatThrownBy(() -> CLOSED.addressOf("mail.example.org"))
                .hasMessageContaining("--map mail.example.org=HOST:PORT")
                .hasMessageContaining("--allow-net mail.example.org");
        assertThatThrownBy(() -> CLOSED.nameOf("10.0.0.7")).hasMessageContaining("--allow-net 10.0.0.7");
        assertThatThrownBy(() -> CLOSED.nameOf("mail.example.org")).hasMessage("unknown host mail.example.org");
    }

    @Test
    void theFirstRuleThatFitsCounts() throws Exception {
        Resolver resolver = mapping(
                "smtp.example.org:25=127.0.0.1:1",
                "*.example.org:25=127.0.0.1:2",
                "smtp.example.org=127.0.0.1:3",
                "10.0.0.7=127.0.0.1:4");
        assertThat(port(resolver, "SMTP.example.org", 25)).isEqualTo(1);
        assertThat(port(resolver, "other.example.org", 25)).isEqualTo(2);
        assertThat(port(resolver, "smtp.example.org", 110)).isEqualTo(3);
        assertThat(port(resolver, "10.0.0.7", 9)).isEqualTo(4);
        assertRefused(resolver, "other.example.org", NetworkException.Reason.NOT_ALLOWED, 110);
    }

    @Test
    void loopbackItselfCanBeMapped() throws Exception {
        assertThat(port(mapping("127.0.0.1:25=127.0.0.1:2525"), "127.0.0.1", 25))
                .isEqualTo(2525);
    }

    @Test
    void whatIsMappedNeedsNoLeave() throws Exception {
        assertThat(mapping("a=10.0.0.7:25").resolve("a", 1).getAddress()).isEqualTo(InetAddress.getByName("10.0.0.7"));
    }

    @Test
    void rulesOpenAddressesAndPorts() throws Exception {
        Resolver resolver = new Resolver(List.of(), List.of(AllowRule.parse("10.0.0.7:25"), AllowRule.parse("::2")));
        assertThat(resolver.resolve("10.0.0.7", 25).getPort()).isEqualTo(25);
        assertThat(resolver.resolve("::2", 110).getPort()).isEqualTo(110);
        assertRefused(resolver, "10.0.0.7", NetworkException.Reason.NOT_ALLOWED, 26);
        assertRefused(resolver, "10.0.0.8", NetworkException.Reason.NOT_ALLOWED, 25);
        assertThat(new Resolver(List.of(), List.of(AllowRule.parse("any")))
                        .resolve("192.0.2.1", 1)
                        .getPort())
                .isEqualTo(1);
    }

    @Test
    void aNameThatCannotBeIsUnknown() {
        Resolver open = new Resolver(List.of(), List.of(AllowRule.parse("any")));
        assertRefused(open, "::1::2", NetworkException.Reason.UNKNOWN_HOST);
    }

    private static Resolver mapping(String... rules) {
        return new Resolver(Stream.of(rules).map(MapRule::parse).toList(), List.of());
    }

    private static int port(Resolver resolver, String host, int port) throws NetworkException {
        return resolver.resolve(host, port).getPort();
    }

    private static void assertRefused(Resolver resolver, String host, NetworkException.Reason reason) {
        assertRefused(resolver, host, reason, 25);
    }

    private static void assertRefused(Resolver resolver, String host, NetworkException.Reason reason, int port) {
        assertThatThrownBy(() -> resolver.resolve(host, port))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
