package io.github.sim52xx.cli.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.port.ReservedPort;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.modem.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The control port, to the byte of its requests. */
@Timeout(240)
class ControlServerTest {

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57.123456Z"));
    private final Outcomes outcomes = new Outcomes(time);
    private ControlServer server;

    @BeforeEach
    void open() throws IOException {
        server = new ControlServer(new InetSocketAddress("127.0.0.1", 0), outcomes, null);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void outcomesAreAnArray() throws IOException {
        assertThat(get()).isEmpty();
        outcomes.add(outcome("AT+SMTPSEND", "RCPT was answered \"550 \u00e9\n\"\\\""));
        JsonNode first = get().get(0);
        assertThat(first.propertyNames()).containsExactly("time", "command", "code", "success", "cause", "seconds");
        assertThat(first.get("time").asString()).isEqualTo("2010-02-02T03:04:57.123Z");
        assertThat(first.get("cause").asString()).isEqualTo("RCPT was answered \"550 \u00e9 \"\\\"");
        assertThat(first.get("success").asBoolean()).isFalse();
        assertThat(first.get("seconds").asDouble()).isEqualTo(0.25);
    }

    @Test
    void theLastHundredAreKept() throws IOException {
        for (int i = 0; i < 250; i++) {
            outcomes.add(outcome("AT+POP3GET=" + i, "x"));
        }
        JsonNode all = get();
        assertThat(all).hasSize(100);
        assertThat(all.get(0).get("command").asString()).isEqualTo("AT+POP3GET=150");
        assertThat(all.get(99).get("command").asString()).isEqualTo("AT+POP3GET=249");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "127.0.0.1:5280", "localhost:1", "LOCALHOST", "[::1]:80", "127.1.2.3", "[::1]"})
    void whoMeansThisHostIsAnswered(String host) throws IOException {
        assertThat(request("GET /v1/outcomes HTTP/1.1\r\nHost: " + host + "\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example.org",
                "evil.example.org:5280",
                "localhost.evil.example.org",
                "127.0.0.1.evil.example.org",
                "192.0.2.1",
                "[2001:db8::1]:80",
                "999.0.0.1",
                "[:::]",
                ""
            })
    void whoWasLedHereIsNot(String host) throws IOException {
        outcomes.add(outcome("AT+SMTPSEND", "private"));
        assertThat(request("GET /v1/outcomes HTTP/1.1\r\nHost: " + host + "\r\n"))
                .matches("(?s)HTTP/1.1 40[03] .*")
                .doesNotContain("private");
    }

    @Test
    void aRequestWithoutAHostIsRefused() throws IOException {
        assertThat(request("GET /v1/outcomes HTTP/1.0\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/outcomes, 405",
        "DELETE, /v1/outcomes, 405",
        "HEAD, /v1/outcomes, 405",
        "OPTIONS, /, 405",
        "GET, /, 404",
        "GET, /v1/outcomes/1, 404",
        "GET, /v1/outcomes?n=1, 200"
    })
    void onlyWhatThereIsAndOnlyToRead(String method, String path, int status) throws IOException {
        assertThat(request(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void noPageMayReadIt() throws IOException {
        assertThat(request("GET /v1/outcomes HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example.org\r\n"))
                .doesNotContainIgnoringCase("access-control-allow");
    }

    @Test
    void aPortOnAllInterfacesTakesAddressesAndItsOwnName() {
        HostHeader all = new HostHeader(new InetSocketAddress("0.0.0.0", 5280));
        assertThat(all.admits("192.0.2.1:5280")).isTrue();
        assertThat(all.admits("evil.example.org:5280")).isFalse();
        HostHeader one = new HostHeader(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5280));
        assertThat(one.admits("192.0.2.1:5280")).isFalse();
    }

    @Test
    void thePortIsFreeAfterwards() throws IOException {
        try (ReservedPort port = new ReservedPort()) {
            for (int i = 0; i < 2; i++) {
                new ControlServer(new InetSocketAddress("127.0.0.1", port.number()), outcomes, null).close();
            }
        }
    }

    @Test
    void aTakenPortIsSaid() {
        assertThatThrownBy(() -> new ControlServer(server.address(), outcomes, null))
                .isInstanceOf(IOException.class);
    }

    private static MailOutcome outcome(String command, String cause) {
        return new MailOutcome(command, "ERROR", false, cause, Duration.ofMillis(250));
    }

    private JsonNode get() throws IOException {
        String answer = request("GET /v1/outcomes HTTP/1.1\r\nHost: localhost\r\n");
        assertThat(answer).containsIgnoringCase("content-type: application/json\r\n");
        return new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    }

    private String request(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
