package io.github.sim52xx.it.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.world.Action;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.cli.world.Surroundings;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.cli.world.WorldException;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.AdjustableTime;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.testing.AtDialogue;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Every row of the world's table, applied to a modem, and what its AT line shows of it. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldRowsTest {

    private static final String[] BOOT = {"START", "+CPIN: READY", "SMS DONE", "PB DONE"};

    private final Set<String> applied = new HashSet<>();
    private final List<Modem> modems = new ArrayList<>();

    /** A modem of its own for each test. */
    private final class Bench {

        private final ManualTime host = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
        private final AdjustableTime time = new AdjustableTime(host);
        private final Modem modem = new Modem(
                Simulation.blueprint(new StorageOptions(1 << 20, 4 << 20, true), new Resolver(List.of(), List.of()))
                        .time(time)
                        .clockStart(OffsetDateTime.parse("2010-02-02T11:04:57+08:00"))
                        .build(),
                NonVolatile.IN_MEMORY);
        private final World world = new World(new Surroundings(modem), new Events(time));
        private final AtDialogue dte = AtDialogue.quiet(modem);

        Bench() {
            modems.add(modem);
        }

        /** {@code radio signal 12}. */
        void apply(String row) throws WorldException {
            String[] words = row.split(" ");
            Action action = world.subjects().action(words[0] + "." + words[1]);
            world.apply(action.name(), action.byName(List.of(words).subList(2, words.length)));
            applied.add(action.name());
        }

        List<String> line(String line) {
            return dte.line(line);
        }

        List<String> later(int seconds) {
            host.advance(Duration.ofSeconds(seconds));
            return dte.takenLines();
        }

        Object state(String subject, String key) throws WorldException {
            return ((Map<?, ?>) world.state().get(subject)).get(key);
        }
    }

    private Bench bench;

    @BeforeEach
    void boot() {
        bench = new Bench();
    }

    @AfterAll
    void everyRowIsHere() {
        modems.forEach(Modem::close);
        assertThat(applied)
                .containsExactlyInAnyOrderElementsOf(
                        bench.world.actions().stream().map(Action::name).toList());
    }

    @Test
    void radio() throws Exception {
        bench.line("AT+CREG=1");
        bench.apply("radio signal 12 3");
        assertThat(bench.line("AT+CSQ")).containsExactly("+CSQ: 12,3", "OK");
        bench.apply("radio signal 13");
        assertThat(bench.line("AT+CSQ")).containsExactly("+CSQ: 13,3", "OK");
        assertThatThrownBy(() -> bench.apply("radio signal 32")).hasMessageContaining("0 to 31, or 99");
        assertThatThrownBy(() -> bench.apply("radio signal 1 8")).hasMessageContaining("0 to 7, or 99");
        bench.apply("radio operator 46001 Unicom");
        assertThat(bench.line("AT+COPS?")).containsExactly("+COPS: 0,0,\"Unicom\",2", "OK");
        bench.apply("radio access gsm");
        assertThat(bench.line("AT+COPS?")).containsExactly("+COPS: 0,0,\"Unicom\",0", "OK");
        bench.apply("radio registration denied");
        assertThat(bench.dte.takenLines()).containsExactly("+CREG: 2");
        assertThat(bench.later(1)).containsExactly("+CREG: 3");
        assertThat(bench.state("radio", "network_answers")).isEqualTo("denied");
        bench.apply("radio registration home");
        assertThat(bench.later(1)).last().isEqualTo("+CREG: 1");
    }

    @Test
    void sim() throws Exception {
        bench.line("AT+CMEE=2");
        bench.apply("sim pull");
        assertThat(bench.later(1)).contains("+SIMCARD: NOT AVAILABLE");
        assertThatThrownBy(() -> bench.apply("sim pull")).hasMessageContaining("no SIM in the socket");
        assertThat(bench.line("AT+CPIN?")).containsExactly("+CME ERROR: SIM not inserted");
        bench.apply("sim insert");
        assertThat(bench.later(5)).contains("+CPIN: READY", "PB DONE");
        assertThatThrownBy(() -> bench.apply("sim insert")).hasMessageContaining("in its socket");
        bench.apply("sim lock");
        assertThat(bench.line("AT+CPIN?")).containsExactly("+CPIN: SIM PIN", "OK");
        bench.apply("sim block");
        assertThat(bench.line("AT+CPIN?")).containsExactly("+CPIN: SIM PUK", "OK");
        bench.apply("sim unlock");
        assertThat(bench.line("AT+CPIN?")).containsExactly("+CPIN: READY", "OK");
    }

    @Test
    void cardAndFlash() throws Exception {
        bench.line("AT+FSMKDIR=D:/mine");
        bench.apply("card pull");
        assertThat(bench.line("AT+FSMEM").get(0)).doesNotContain("D:");
        bench.apply("card insert new 2M");
        assertThat(bench.line("AT+FSMEM").get(0)).endsWith("D:(2097152, 0)");
        assertThat(bench.line("AT+FSMKDIR=D:/mine")).containsExactly("OK");
        bench.apply("card full on");
        assertThat(bench.line("AT+FSMEM").get(0)).endsWith("D:(2097152, 2097152)");
        assertThat(bench.line("AT+FSMKDIR=D:/more")).containsExactly("ERROR");
        bench.apply("card full off");
        bench.apply("card pull");
        assertThatThrownBy(() -> bench.apply("card insert same 2M")).hasMessageContaining("only a new card");
        bench.apply("card insert");
        assertThat(bench.line("AT+FSRMDIR=D:/mine")).containsExactly("OK");
        bench.apply("card read-only on");
        assertThat(bench.line("AT+FSMKDIR=D:/mine")).containsExactly("ERROR");
        bench.apply("card read-only off");
        assertThat(bench.line("AT+FSMKDIR=D:/mine")).containsExactly("OK");
        bench.apply("flash full on");
        assertThat(bench.line("AT+FSMKDIR=C:/a")).containsExactly("ERROR");
        bench.apply("flash full off");
        assertThat(bench.line("AT+FSMKDIR=C:/a")).containsExactly("OK");
    }

    @Test
    void power() throws Exception {
        bench.apply("power cut");
        assertThat(bench.dte.type("AT\r")).isEmpty();
        assertThat(bench.state("power", "state")).isEqualTo("off");
        assertThatThrownBy(() -> bench.apply("power brown-out")).hasMessageContaining("the modem is off");
        bench.apply("power on");
        assertThat(bench.state("power", "state")).isEqualTo("booting");
        assertThat(bench.later(5)).containsExactly(BOOT);
        bench.line("ATE0");
        bench.apply("power brown-out");
        assertThat(bench.dte.type("AT\r")).isEmpty();
        assertThat(bench.later(5)).containsExactly(BOOT);
        bench.line("ATE0");
    }

    @Test
    void clock() throws Exception {
        bench.apply("clock set 2012-03-04T05:06:07+08:00");
        assertThat(bench.line("AT+CCLK?")).containsExactly("+CCLK: \"12/03/04,05:06:07+32\"", "OK");
        bench.line("AT+CRESET");
        bench.apply("clock skip 1h");
        assertThat(bench.dte.takenLines()).containsExactly(BOOT);
        bench.line("ATE0");
        assertThat(bench.line("AT+CCLK?")).containsExactly("+CCLK: \"12/03/04,06:06:07+32\"", "OK");
        bench.apply("clock speed 100");
        assertThat(bench.state("clock", "speed")).isEqualTo(100.0);
        bench.later(1);
        assertThat(bench.line("AT+CCLK?")).containsExactly("+CCLK: \"12/03/04,06:07:47+32\"", "OK");
        bench.apply("clock speed 1");
    }

    @Test
    void dce() throws Exception {
        bench.apply("dce mute on");
        assertThat(bench.dte.type("AT+CFUN?\r")).isEmpty();
        bench.apply("dce mute off");
        bench.apply("dce swallow-ok 1");
        assertThat(bench.line("AT+CFUN?")).containsExactly("+CFUN: 1");
        assertThat(bench.line("AT")).containsExactly("OK");
        bench.apply("dce late 2s");
        assertThat(bench.dte.type("AT\r")).isEmpty();
        assertThat(bench.later(2)).containsExactly("OK");
        bench.apply("dce late 0s");
        assertThat(bench.line("AT")).containsExactly("OK");
    }

    @Test
    void bearer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            bench.line("AT+SMTPFROM=\"a@server.com\";+SMTPRCPT=0,0,\"b@server.com\"");
            bench.line("AT+SMTPSRV=\"localhost\"," + server.getLocalPort());
            bench.apply("bearer down");
            assertThat(bench.line("AT+SMTPSEND")).containsExactly("+SMTP: NETWORK ERROR", "ERROR");
            assertThat(bench.state("bearer", "up")).isEqualTo(false);
            bench.apply("bearer up");
            bench.apply("bearer refuse on");
            assertThat(bench.dte.longLine("AT+SMTPSEND")).containsExactly("+SMTP: NETWORK ERROR", "ERROR");
            bench.apply("bearer refuse off");
            bench.apply("bearer dns fail");
            assertThat(bench.dte.longLine("AT+SMTPSEND")).containsExactly("+SMTP: NETWORK ERROR", "ERROR");
            bench.apply("bearer dns ok");
            bench.dte.type("AT+SMTPSEND\r");
            server.accept().close();
            assertThat(bench.dte.await("ERROR\r\n\r\nERROR")).contains("+SMTP: SERVER ERROR");
            bench.dte.type("AT+SMTPSEND\r");
            try (Socket peer = server.accept()) {
                peer.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
                bench.dte.await("+SMTP: OK\r\n\r\nOK\r\n");
                bench.apply("bearer reset");
                assertThat(bench.dte.await("ERROR\r\n")).contains("+SMTP: SERVER ERROR");
            }
        }
    }

    @Test
    void bearerFaultsAreShownUntilTheyAreCleared() throws Exception {
        bench.apply("bearer latency 250ms 50ms");
        bench.apply("bearer bandwidth 1000");
        bench.apply("bearer drop-after 4096");
        bench.apply("bearer stall on");
        bench.apply("bearer dns timeout");
        assertThat(bench.state("bearer", "faults"))
                .hasToString("{latency_ms=250, jitter_ms=50, bandwidth=1000, drop_after=4096, refuse=false,"
                        + " stall=true, dns=timeout}");
        bench.apply("bearer clear");
        assertThat(((Map<?, ?>) bench.state("bearer", "faults")).get("dns")).isEqualTo("ok");
        bench.apply("bearer bandwidth 1000");
        bench.apply("bearer bandwidth none");
        bench.apply("bearer drop-after never");
        bench.apply("bearer latency 0s");
        assertThat(((Map<?, ?>) bench.state("bearer", "faults")).get("bandwidth"))
                .isNull();
    }
}
