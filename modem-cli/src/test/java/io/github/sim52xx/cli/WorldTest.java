package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.world.Event;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.cli.world.Surroundings;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.cli.world.WorldException;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.ListenRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.Tls;
import io.github.sim52xx.testing.AtDialogue;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the table does to a whole modem, how its state is told, and which events come of it. */
class WorldTest {

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Events events = new Events(time);
    /** The modem's port 80 is any free one of this machine. */
    private final Resolver resolver =
            new Resolver(List.of(), List.of(), Tls.NONE, List.of(new ListenRule(80, new HostPort("127.0.0.1", 0))));

    private final Modem modem = new Modem(
            Simulation.blueprint(StorageOptions.DEFAULT, resolver)
                    .time(time)
                    .workers(Runnable::run)
                    .trace(new EventTrace(events))
                    .build(),
            NonVolatile.IN_MEMORY);
    private final World world = new World(new Surroundings(modem), events);
    private final AtDialogue dte = AtDialogue.quiet(modem);
    private final List<String> told = new ArrayList<>();

    @Test
    void theCardIsPulledAndPutBack() throws WorldException {
        world.apply("card.pull", Map.of());
        assertThat(dte.line("AT+FSCD=D:/")).containsExactly("ERROR");
        assertThat(world.state(List.of("card", "inserted"))).isEqualTo(false);
        assertThatThrownBy(() -> world.apply("card.pull", Map.of()))
                .hasMessage("there is no card in the slot; card insert puts one in");
        world.apply("card.insert", Map.of());
        assertThat(dte.line("AT+FSCD=D:/")).contains("OK");
    }

    @Test
    void theClockIsSet() throws WorldException {
        world.apply("clock.set", Map.of("time", "2020-01-02T03:04:05+01:00"));
        assertThat(dte.line("AT+CCLK?")).contains("+CCLK: \"20/01/02,03:04:05+04\"");
        assertThat(world.state(List.of("clock", "time"))).isEqualTo("2020-01-02T03:04:05+01:00");
    }

    @Test
    void theSupplyIsCut() throws WorldException {
        world.apply("power.cut", Map.of());
        dte.type("AT\r");
        assertThat(dte.taken()).isEmpty();
        world.apply("power.on", Map.of());
        time.advance(Duration.ofSeconds(5));
        assertThat(dte.takenLines()).contains("START");
        assertThat(world.state(List.of("power"))).isEqualTo(Map.of("on", true, "state", "on"));
    }

    @Test
    void everythingCanBeAskedAndNoPassword() throws WorldException {
        dte.line("AT+SMTPAUTH=1,\"un\",\"geheim-1\"");
        dte.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"geheim-2\"");
        Map<String, Object> state = world.state();
        assertThat(state)
                .containsKeys("modem", "power", "sim", "radio", "bearer", "card", "flash", "clock", "mail", "sockets");
        assertThat(state.toString()).contains("pop3.server.com").doesNotContain("geheim");
        assertThatThrownBy(() -> world.state(List.of("radio", "x"))).hasMessageContaining("but [functionality, ");
        assertThatThrownBy(() -> world.state(List.of("modem", "model", "x"))).hasMessageContaining("no 'x'");
    }

    @Test
    void atLinesAreEvents() {
        events.watch(this::note);
        dte.line("AT+CSQ");
        dte.line("at+cpin=\"4711\"");
        assertThat(told)
                .containsExactly(
                        "at {terminal=1, command=AT+CSQ}",
                        "at {terminal=1, answer=+CSQ: 22,0}",
                        "at {terminal=1, answer=OK}",
                        "at {terminal=1, command=AT+cpin=***}",
                        "at {terminal=1, answer=ERROR}");
    }

    @Test
    void anEchoIsNoAnswer() {
        events.watch(this::note);
        dte.line("ATE1");
        told.clear();
        dte.type("AT+CSQ\r");
        dte.type("A");
        dte.type("T\r");
        assertThat(told)
                .containsExactly(
                        "at {terminal=1, command=AT+CSQ}",
                        "at {terminal=1, answer=+CSQ: 22,0}",
                        "at {terminal=1, answer=OK}",
                        "at {terminal=1, command=AT}",
                        "at {terminal=1, answer=OK}");
    }

    @Test
    void unsolicitedCodesAreTheirOwnKind() throws WorldException {
        events.watch(this::note);
        world.apply("power.cut", Map.of());
        world.apply("power.on", Map.of());
        time.advance(Duration.ofSeconds(5));
        assertThat(told)
                .containsExactly(
                        "world {action=power.cut, arguments={}}",
                        "world {action=power.on, arguments={}}",
                        "urc {terminal=1, line=START}",
                        "urc {terminal=1, line=+CPIN: READY}",
                        "urc {terminal=1, line=SMS DONE}",
                        "urc {terminal=1, line=PB DONE}");
    }

    @Test
    void filesComeAndGo() {
        events.watch(this::note);
        dte.line("AT+FSMKDIR=\"tmp\"");
        dte.line("AT+FSRMDIR=\"tmp\"");
        assertThat(told).contains("file {change=created, path=C:/tmp}", "file {change=removed, path=C:/tmp}");
    }

    @Test
    void socketsAreShown() throws Exception {
        assertThat(world.state(List.of("sockets", "open"))).isEqualTo(false);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String remote = "127.0.0.1:" + server.getLocalPort();
            dte.longLine("AT+NETOPEN=,,1");
            dte.longLine("AT+CIPOPEN=3,\"TCP\",\"127.0.0.1\"," + server.getLocalPort());
            try (Socket peer = server.accept()) {
                dte.longLine("AT+CIPOPEN=4,\"UDP\",,,0");
                dte.longLine("AT+SERVERSTART=80,1");
                dte.type("AT+CIPSEND=3,5\r");
                assertThat(dte.type("hello")).contains("+CIPSEND: 5, 5");
                assertThat(world.state(List.of("sockets")))
                        .asString()
                        .startsWith("{open=true, commands=older, mode=multi, links={3={kind=tcp, local=127.0.0.1:"
                                + peer.getPort() + ", remote=" + remote
                                + ", server=null, sent=5, received=0, waiting=0}, 4={kind=udp, local=")
                        .endsWith("servers={1={port=80, local="
                                + world.state(List.of("sockets", "servers", "1", "local")) + ", clients=[]}}}");
                dte.longLine("AT+NETCLOSE");
            }
        }
        assertThat(world.state(List.of("sockets", "open"))).isEqualTo(false);
    }

    @Test
    void socketsComeAndGo() throws Exception {
        BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        dte.longLine("AT+NETOPEN=,,1");
        events.watch(event -> {
            if (event.kind().equals("socket")) {
                changes.add(event.fields().toString());
            }
        });
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String remote = "remote=127.0.0.1:" + server.getLocalPort();
            dte.longLine("AT+CIPOPEN=3,\"TCP\",\"127.0.0.1\"," + server.getLocalPort());
            server.accept().close();
            assertThat(changes.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("{change=opened, link=3, kind=tcp, " + remote + "}");
            assertThat(changes.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("{change=closed, link=3, kind=tcp, " + remote + ", how=remote, sent=0, received=0}");
        }
        dte.longLine("AT+SERVERSTART=80,1");
        String local = world.state(List.of("sockets", "servers", "1", "local")).toString();
        String place = "server=1, port=80, local=" + local + "}";
        assertThat(changes.poll()).isEqualTo("{change=listening, " + place);
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), HostPort.parse(local).port())) {
            String remote = "remote=127.0.0.1:" + client.getLocalPort();
            assertThat(changes.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("{change=accepted, link=0, kind=tcp, " + remote + ", server=1}");
            assertThat(world.state(List.of("sockets", "servers", "1", "clients")))
                    .isEqualTo(List.of(0));
            world.apply("bearer.down", Map.of());
            assertThat(List.of(changes.take(), changes.take()))
                    .containsExactlyInAnyOrder(
                            "{change=closed, link=0, kind=tcp, " + remote + ", how=network-lost, sent=0, received=0}",
                            "{change=stopped, " + place);
        }
        assertThat(changes).isEmpty();
    }

    @Test
    void aWatcherMayAct() {
        events.watch(event -> {
            if ("AT+FSCD=D:/".equals(event.fields().get("command"))) {
                begin("card.pull");
            }
        });
        assertThat(dte.line("AT+FSCD=D:/")).contains("OK");
        assertThat(dte.line("AT+FSCD=D:/")).containsExactly("ERROR");
    }

    private void begin(String action) {
        try {
            world.begin(action, Map.of());
        } catch (WorldException e) {
            throw new AssertionError(e);
        }
    }

    private void note(Event event) {
        told.add(event.kind() + " " + event.fields());
    }
}
