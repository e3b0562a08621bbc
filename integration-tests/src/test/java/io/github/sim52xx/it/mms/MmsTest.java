package io.github.sim52xx.it.mms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.it.mail.Dte;
import io.github.sim52xx.mms.pdu.ReceivedPdu;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.Resolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages to and from a centre (manual 21), and centres that do not do what they should. */
class MmsTest {

    /** M-Send.conf: Ok. */
    private static final byte[] SENT = hex("8c81 98543100 8d90 9280");
    /** M-Retrieve.conf: from +150, on 2 February 2010, subject {@code Hi} and a line feed, a text {@code hi}. */
    private static final byte[] MESSAGE =
            hex("8c84 8d90 85044b679999 8906802b31353000 9648690a00" + "84a3 01 0902 088385 61612e747800 6869");

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private Centre centre;
    private Modem modem;
    private Dte dte;

    @BeforeEach
    void boot() throws IOException {
        centre = new Centre();
        boot(centre.port());
    }

    @AfterEach
    void close() throws IOException {
        modem.close();
        centre.close();
    }

    private void boot(int port) {
        HostPort here = new HostPort(InetAddress.getLoopbackAddress().getHostAddress(), port);
        Resolver resolver = new Resolver(
                List.of(new MapRule("mmsc.example", 80, here), new MapRule("10.0.0.172", 9201, here)), List.of());
        modem = new Modem(
                Simulation.blueprint(StorageOptions.DEFAULT, resolver)
                        .time(time)
                        .clockStart(OffsetDateTime.parse("2010-02-02T11:04:57+08:00"))
                        .build(),
                NonVolatile.IN_MEMORY);
        dte = Dte.quiet(modem);
        dte.ok("AT+CMEE=1", "AT+CMMSCURL=\"mmsc.example/mms\"");
    }

    @Test
    void aMessageIsSent() throws InterruptedException, IOException {
        write();
        dte.ok("AT+CMMSUA=\"SIM\"", "AT+CMMSPROFILE=\"http://p/\"", "AT+CMMSSENDCFG=0,2,1,1,0,3");
        centre.reply(SENT);
        assertThat(dte.line("AT+CMMSSEND=\"13613623116\"")).containsExactly("OK");
        assertThat(dte.await("+CMMSSEND:0\r\n")).isEqualTo("\r\n+CMMSSEND:0\r\n");
        Centre.Request request = centre.request();
        assertThat(request.head())
                .isEqualTo("POST /mms HTTP/1.1\r\nHost: mmsc.example\r\n"
                        + "Accept: application/vnd.wap.mms-message, */*\r\nUser-Agent: SIM\r\n"
                        + "x-wap-profile: http://p/\r\nContent-Type: application/vnd.wap.mms-message\r\n"
                        + "Content-Length: " + request.body().length + "\r\nConnection: close\r\n\r\n");
        var message = ReceivedPdu.decode(request.body()).message();
        assertThat(message.to()).containsExactly("you@server.com", "13613623116");
        assertThat(message.subject()).isEqualTo("Hi");
        assertThat(message.parts()).hasSize(1);
        assertThat(message.parts().get(0).data())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello");
        assertThat(dte.exact("AT+CMMSVIEW"))
                .startsWith("\r\n+CMMSVIEW:1,\"\",\"you@server.com\",,,\"2010-02-02 11:04:57\"");
        assertFree();
    }

    @Test
    void throughAProxy() throws InterruptedException {
        write();
        dte.ok("AT+CMMSPROTO=1,\"10.0.0.172\",9201");
        centre.reply(SENT);
        dte.ok("AT+CMMSSEND");
        dte.await("+CMMSSEND:0\r\n");
        assertThat(centre.request().head()).startsWith("POST http://mmsc.example/mms HTTP/1.1\r\n");
    }

    /** A server that is strict about requests. */
    @Test
    void toAServerOfAnotherMake() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/mms", exchange -> {
            boolean good = exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestBody().readAllBytes().length > 50;
            exchange.sendResponseHeaders(good ? 200 : 400, 0);
            exchange.getResponseBody().write(SENT);
            exchange.close();
        });
        server.start();
        try {
            modem.close();
            boot(server.getAddress().getPort());
            write();
            dte.ok("AT+CMMSSEND");
            dte.await("+CMMSSEND:0\r\n");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aMessageIsFetchedReadAndKept() throws InterruptedException {
        centre.reply(MESSAGE);
        dte.ok("AT+CMMSRECV=\"http://mmsc.example/m1?x=y\"");
        assertThat(dte.await("+CMMSRECV:0\r\n")).isEqualTo("\r\n+CMMSRECV:0\r\n");
        assertThat(centre.request().head()).startsWith("GET /m1?x=y HTTP/1.1\r\nHost: mmsc.example\r\n");
        assertThat(dte.exact("AT+CMMSVIEW"))
                .isEqualTo("\r\n+CMMSVIEW:0,\"+150\",,,,\"2010-02-02 11:18:49\",\"H\0i\0\n\0\"," + MESSAGE.length
                        + "\r\n0,\"aa.tx\",4,2\r\n\r\nOK\r\n");
        assertThat(dte.exact("AT+CMMSREAD=0")).isEqualTo("\r\n+CMMSREAD:\"aa.tx\",4\r\nh\0i\0\r\n\r\nOK\r\n");
        assertThat(dte.line("AT+CMMSSAVE")).containsExactly("+CMMSSAVE: 0", "OK");
        CompletableFuture.runAsync(() -> modem.power().restart(), modem::execute)
                .join();
        time.advance(Duration.ofSeconds(10));
        dte.taken();
        dte.line("ATE0+CMEE=1");
        assertThat(dte.line("AT+CMMSVIEW")).containsExactly("+CME ERROR: 187");
        assertThat(dte.exact("AT+CMMSVIEW=0")).contains("+CMMSVIEW:0,\"+150\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 500 Oops\\n\\n | 190 | 188",
                "HTTP/1.1 404 Not Found\\n\\n | 190 | 188",
                "HTTP/1.1 200 OK\\n\\nhello | 189 | 189",
                "HTTP/1.1 200 OK\\n\\n | 189 | 189",
                "HTTP/1.1 200 OK\\nContent-Length: 10\\n\\nabc | 190 | 190",
                "HTTP/1.1 200 OK\\nContent-Length: 307201\\n\\nabc | 172 | 172",
                "220 ready\\n | 190 | 190",
                "'' | 190 | 190",
            })
    void centresThatFail(String reply, int sending, int fetching) {
        centre.reply(reply.replace("\\n", "\r\n"), new byte[0]);
        write();
        dte.ok("AT+CMMSSEND");
        assertThat(dte.await("\r\n+CMMSSEND:" + sending + "\r\n")).isNotEmpty();
        dte.ok("AT+CMMSEDIT=0", "AT+CMMSRECV=\"http://mmsc.example/m1\"");
        assertThat(dte.await("\r\n+CMMSRECV:" + fetching + "\r\n")).isNotEmpty();
        assertThat(dte.line("AT+CMMSVIEW")).containsExactly("+CME ERROR: 187");
        assertFree();
    }

    @Test
    void whatTheCentreSaysNoTo() {
        write();
        centre.reply(hex("8c8198543100" + "8d90" + "9281"));
        dte.ok("AT+CMMSSEND");
        dte.await("+CMMSSEND:170\r\n");
        centre.reply(MESSAGE);
        dte.ok("AT+CMMSSEND");
        dte.await("+CMMSSEND:189\r\n");
        dte.ok("AT+CMMSEDIT=0");
        centre.reply(hex("8c84" + "99c0"));
        dte.ok("AT+CMMSRECV=\"mmsc.example\"");
        dte.await("+CMMSRECV:188\r\n");
    }

    @Test
    void theNetworkGoesAndThePowerToo() throws InterruptedException {
        centre.fallSilent();
        write();
        dte.ok("AT+CMMSSEND");
        centre.request();
        dte.ok("AT+CGATT=0");
        dte.await("+CMMSSEND:190\r\n");
        assertFree();
        dte.ok("AT+CGATT=1", "AT+CMMSSEND");
        centre.request();
        CompletableFuture.runAsync(() -> modem.power().restart(), modem::execute)
                .join();
        // Each step of a boot begins its timer when the one before is over.
        for (int step = 0; step < 10; step++) {
            assertFree();
            time.advance(Duration.ofSeconds(30));
        }
        assertThat(dte.taken()).contains("PB DONE").doesNotContain("CMMSSEND");
        assertFree();
    }

    @Test
    void aCentreThatTakesTooLong() throws InterruptedException {
        centre.fallSilent();
        dte.ok("AT+CMMSRECV=\"mmsc.example\"");
        centre.request();
        time.advance(Duration.ofSeconds(119));
        assertThat(dte.line("AT+CMMSRECV=\"mmsc.example\"")).containsExactly("+CME ERROR: 171");
        time.advance(Duration.ofSeconds(1));
        dte.await("+CMMSRECV:173\r\n");
    }

    private void write() {
        dte.ok("AT+CMMSEDIT=1");
        dte.send("AT+CMMSDOWN=\"TITLE\",2\rHi");
        dte.awaitResult();
        dte.send("AT+CMMSDOWN=\"TEXT\",5\rhello");
        dte.awaitResult();
        dte.ok("AT+CMMSRECP=\"you@server.com\"");
    }

    private void assertFree() {
        boolean forbidden = CompletableFuture.supplyAsync(
                        () -> modem.part(Conflicts.class).forbid(Conflicts.Service.SMTP), modem::execute)
                .join();
        assertThat(forbidden).isFalse();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
