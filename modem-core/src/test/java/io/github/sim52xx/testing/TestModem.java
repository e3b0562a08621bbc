package io.github.sim52xx.testing;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.command.BaseCommands;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.NonVolatile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A modem for tests, on manual time, with the base commands and those of the module under test. */
public final class TestModem {

    private final List<ModemEvent> events = new ArrayList<>();
    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Modem modem;

    /** A modem with the base commands only. */
    public TestModem() {
        this(List.of(), blueprint -> blueprint);
    }

    public TestModem(List<CommandSet<Modem>> commands, UnaryOperator<Blueprint.Builder> more) {
        this(NonVolatile.IN_MEMORY, commands, more);
    }

    /**
     * @param medium where the non-volatile memory is kept
     * @param commands in addition to the base commands
     * @param more adds parts, or changes what is set here
     */
    public TestModem(
            NonVolatile.Medium medium, List<CommandSet<Modem>> commands, UnaryOperator<Blueprint.Builder> more) {
        List<CommandSet<Modem>> sets = new ArrayList<>(BaseCommands.all());
        sets.addAll(commands);
        Blueprint.Builder blueprint = BaseCommands.addParts(Blueprint.builder())
                .time(time)
                .clockStart(OffsetDateTime.parse("2010-02-02T11:04:57+08:00"))
                .events(this::keep)
                .commands(sets);
        modem = new Modem(more.apply(blueprint).build(), medium);
    }

    public Modem modem() {
        return modem;
    }

    public ManualTime time() {
        return time;
    }

    /** What the console was told so far. A programming error fails the test at once. */
    public synchronized List<String> events() {
        return events.stream().map(ModemEvent::describe).toList();
    }

    private synchronized void keep(ModemEvent event) {
        events.add(event);
        if (event instanceof ModemEvent.Fault fault) {
            throw new AssertionError(fault.describe(), fault.error());
        }
    }
}
