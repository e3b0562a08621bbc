package io.github.sim52xx.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.port.ReservedPort;
import io.github.sim52xx.modem.ManualTime;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ports, the bounds of what peers can make the server do, and its end. */
class MailServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Deque<Closeable> opened = new ArrayDeque<>();
    private MailServer server;

    @BeforeEach
    void start() throws IOException {
        server = MailServer.builder().time(time).start();
        opened.push(server);
    }

    @AfterEach
    void stop() throws IOException {
        for (Closeable one : opened) {
            one.close();
        }
    }

    @Test
    void takesThePortsItIsGiven() throws IOException {
        try (ReservedPort smtp = new ReservedPort();
                ReservedPort pop3 = new ReservedPort()) {
            for (int i = 0; i < 2; i++) {
                try (MailServer given = MailServer.builder()
                        .smtpPort(smtp.number())
                        .pop3Port(pop3.number())
                        .start()) {
                    assertThat(given.smtpPort()).isEqualTo(smtp.number());
                    assertThat(given.pop3Port()).isEqualTo(pop3.number());
                    assertThat(open(RawClient.connect(smtp.number())).line()).startsWith("220");
                    assertThat(open(RawClient.connect(pop3.number())).line()).startsWith("+OK");
                }
            }
        }
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ReservedPort free = new ReservedPort()) {
            assertThatThrownBy(() -> MailServer.builder()
                            .smtpPort(free.number())
                            .pop3Port(server.pop3Port())
                            .start())
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("POP3 port 127.0.0.1:" + server.pop3Port());
            MailServer.builder().smtpPort(free.number()).start().close();
        }
    }

    @Test
    void closingEndsEverythingAtOnce() throws Exception {
        ReservedPort port = new ReservedPort();
        opened.push(port);
        server = MailServer.builder().time(time).smtpPort(port.number()).start();
        opened.push(server);
        RawClient idle = open(RawClient.smtp(server));
        RawClient receiving = open(RawClient.atData(server));
        RawClient reader = open(RawClient.pop3(server));
        server.close();
        assertThat(idle.isClosedByServer()).isTrue();
        assertThat(receiving.isClosedByServer()).isTrue();
        assertThat(reader.isClosedByServer()).isTrue();
        for (Transcript transcript : server.transcripts()) {
            assertThat(transcript.awaitEnd(PATIENCE)).isTrue();
        }
        assertThatThrownBy(() -> RawClient.connect(server.smtpPort())).isInstanceOf(ConnectException.class);
    }

    @Test
    void runsSixtyFourSessions() throws Exception {
        for (int i = 0; i < 32; i++) {
            assertThat(open(RawClient.connect(server.smtpPort())).line()).startsWith("220");
            assertThat(open(RawClient.connect(server.pop3Port())).line()).startsWith("+OK");
        }
        try (RawClient smtp = RawClient.connect(server.smtpPort());
                RawClient pop3 = RawClient.connect(server.pop3Port())) {
            assertThat(smtp.line()).startsWith("421");
            assertThat(smtp.isClosedByServer()).isTrue();
            assertThat(pop3.line()).startsWith("-ERR");
            assertThat(pop3.isClosedByServer()).isTrue();
        }
        RawClient leaving = (RawClient) opened.peek();
        leaving.send("QUIT\r\n");
        leaving.line();
        assertThat(leaving.isClosedByServer()).isTrue();
        assertThat(open(RawClient.connect(server.smtpPort())).line()).startsWith("220");
    }

    @Test
    void anEndlessLineTakesNoMemory() throws IOException {
        RawClient client = open(RawClient.smtp(server));
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
        long before = usedMemory();
        for (int i = 0; i < 50; i++) {
            client.send(megabyte);
        }
        assertThat(usedMemory() - before).isLessThan(16 << 20);
        assertThat(client.ask("")).isEqualTo("500 5.5.2 Line too long");
        assertThat(client.ask("NOOP")).startsWith("250");
    }

    @Test
    void theLongestLine() throws IOException {
        RawClient smtp = open(RawClient.smtp(server));
        assertThat(smtp.ask("NOOP " + "x".repeat(2043))).startsWith("250");
        assertThat(smtp.ask("NOOP " + "x".repeat(2044))).isEqualTo("500 5.5.2 Line too long");
        smtp.send("NOOP " + "x".repeat(2043) + "\n");
        assertThat(smtp.line()).startsWith("250");
        smtp.send("NOOP " + "x".repeat(2044) + "\n");
        assertThat(smtp.line()).startsWith("500");
        RawClient pop3 = open(RawClient.pop3(server));
        assertThat(pop3.ask("NOOP " + "x".repeat(2044))).isEqualTo("-ERR Line too long");
        assertThat(pop3.ask("NOOP")).startsWith("+OK");
    }

    @Test
    void idleSessionsEndAfterTenMinutes() throws IOException {
        RawClient smtp = open(RawClient.smtp(server));
        RawClient pop3 = open(RawClient.pop3(server));
        time.advance(Duration.ofMinutes(5));
        smtp.ask("NOOP");
        time.advance(Duration.ofMinutes(6));
        assertThat(pop3.isClosedByServer()).isTrue();
        assertThat(smtp.ask("NOOP")).startsWith("250");
        time.advance(Duration.ofMinutes(10));
        assertThat(smtp.isClosedByServer()).isTrue();
    }

    @Test
    void aStallThatCannotSeeItsPeerEndsAfterTenMinutes() throws Exception {
        Stall stall = new Stall(1);
        server.conduct(Script.of().on(Protocol.SMTP, "DATA").perform(stall));
        RawClient client = open(RawClient.atData(server));
        // More than the server reads while it holds still, and not more than any socket has room for.
        client.send("x".repeat(20_000));
        assertThat(stall.awaitHeld(PATIENCE)).isTrue();
        Transcript transcript = server.transcripts().get(0);
        while (!transcript.awaitEnd(Duration.ofMillis(10))) {
            time.advance(Duration.ofMinutes(10));
        }
        assertThat(transcript.commands()).last().isEqualTo("DATA");
    }

    @Test
    void recordsOnlySoMuch() throws IOException {
        RawClient client = open(RawClient.smtp(server));
        for (int i = 0; i < 100; i++) {
            client.ask("NOOP " + "x".repeat(1500));
        }
        client.ask("RSET");
        Transcript transcript = server.transcripts().get(0);
        assertThat(transcript.toString())
                .hasSizeBetween(60_000, 70_000)
                .startsWith("SMTP\nS: 220 ")
                .doesNotContain("RSET");
        for (int i = 0; i < 300; i++) {
            try (RawClient other = RawClient.greeted(server.pop3Port())) {
                other.ask("QUIT");
                assertThat(other.isClosedByServer()).isTrue();
            }
        }
        assertThat(server.transcripts()).hasSize(256).doesNotContain(transcript);
    }

    private RawClient open(RawClient client) {
        opened.push(client);
        return client;
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        // Other threads of the tests may be using some of it just then.
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
