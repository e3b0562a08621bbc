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
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.testing.AtDialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the table does to a whole modem, how its state is told, and which events come of it. */
class WorldTest {

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Events events = new Events(time);
    private final Modem modem = new Modem(
            Simulation.blueprint(StorageOptions.DEFAULT, new Resolver(List.of(), List.of()))
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
        assertThat(world.state(List.of("power"))).isEqualTo(Map.of("on", true));
    }

    @Test
    void everythingCanBeAskedAndNoPassword() throws WorldException {
        dte.line("AT+SMTPAUTH=1,\"un\",\"geheim-1\"");
        dte.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"geheim-2\"");
        Map<String, Object> state = world.state();
        assertThat(state).containsKeys("modem", "power", "sim", "radio", "bearer", "card", "flash", "clock", "mail");
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
