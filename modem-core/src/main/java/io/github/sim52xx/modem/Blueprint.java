package io.github.sim52xx.modem;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What modems are made of: firmware, profile, commands, parts, and the world that they live in. Any number of modems
 * can be made after one blueprint. Immutable but for the table, which is made late.
 */
public final class Blueprint {

    private final Firmware firmware;
    private final Profile profile;
    private final Time time;
    private final Executor workers;
    private final Consumer<ModemEvent> events;
    private final Trace trace;
    private final InstantSource clockSource;
    private final OffsetDateTime clockStart;
    private final boolean coldBoot;
    private final List<CommandSet<Modem>> commands;
    private volatile CommandTable<Modem> table;
    private final Map<Class<?>, Function<Modem, ? extends Part>> parts;
    private final List<Consumer<Modem>> bootActions;

    private Blueprint(Builder builder) {
        firmware = builder.firmware;
        profile = builder.profile;
        time = builder.time;
        workers = builder.workers;
        events = builder.events;
        trace = builder.trace;
        clockSource = builder.clockSource == null ? time::now : builder.clockSource;
        clockStart = builder.clockStart;
        coldBoot = builder.coldBoot;
        parts = Map.copyOf(builder.parts);
        commands = builder.commands;
        bootActions = List.copyOf(builder.bootActions);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Firmware firmware() {
        return firmware;
    }

    public Profile profile() {
        return profile;
    }

    public Time time() {
        return time;
    }

    /** Runs what blocks. */
    public Executor workers() {
        return workers;
    }

    /** Takes what a person at the console should know. */
    public Consumer<ModemEvent> events() {
        return events;
    }

    public Trace trace() {
        return trace;
    }

    /** What makes the clock run. */
    public InstantSource clockSource() {
        return clockSource;
    }

    /** What the clock shows at power-on, or null for the host's time. */
    public OffsetDateTime clockStart() {
        return clockStart;
    }

    /** True if a modem is off until its first terminal attaches. */
    public boolean coldBoot() {
        return coldBoot;
    }

    /** All commands. The table is made when it is asked for first, which a bare AT does not. */
    public CommandTable<Modem> table() {
        CommandTable<Modem> made = table;
        if (made == null) {
            synchronized (this) {
                made = table == null ? makeTable() : table;
                table = made;
            }
        }
        return made;
    }

    private CommandTable<Modem> makeTable() {
        CommandTable.Builder<Modem> rows = CommandTable.builder();
        commands.forEach(rows::add);
        rows.add(new ProfileCommands(profile));
        return rows.build();
    }

    /** Power has come on. */
    void boot(Modem modem) {
        bootActions.forEach(action -> action.accept(modem));
    }

    /** Makes the part of that type for {@code modem}. */
    Part make(Class<?> type, Modem modem) {
        Function<Modem, ? extends Part> factory = parts.get(type);
        if (factory == null) {
            throw new IllegalArgumentException("the blueprint has no " + type.getSimpleName());
        }
        return factory.apply(modem);
    }

    /** Collects what a blueprint is made of. */
    public static final class Builder {

        private Firmware firmware = Firmware.V2010;
        private Profile profile = Profile.DEFAULT;
        private Time time = new SystemTime();
        private Executor workers = Workers.shared();
        private Consumer<ModemEvent> events = event -> {};
        private Trace trace = Trace.NONE;
        private InstantSource clockSource;
        private OffsetDateTime clockStart;
        private boolean coldBoot;
        private List<CommandSet<Modem>> commands = List.of();
        private final Map<Class<?>, Function<Modem, ? extends Part>> parts = new HashMap<>();
        private final List<Consumer<Modem>> bootActions = new ArrayList<>();

        private Builder() {}

        public Builder firmware(Firmware value) {
            firmware = value;
            return this;
        }

        public Builder profile(Profile value) {
            profile = value;
            return this;
        }

        public Builder time(Time value) {
            time = value;
            return this;
        }

        public Builder workers(Executor value) {
            workers = value;
            return this;
        }

        public Builder events(Consumer<ModemEvent> value) {
            events = value;
            return this;
        }

        public Builder trace(Trace value) {
            trace = value;
            return this;
        }

        /** What makes the clock run, so that it can stand still while timers do not; by default the time. */
        public Builder clockSource(InstantSource value) {
            clockSource = value;
            return this;
        }

        public Builder clockStart(OffsetDateTime value) {
            clockStart = value;
            return this;
        }

        public Builder coldBoot(boolean value) {
            coldBoot = value;
            return this;
        }

        public Builder commands(List<CommandSet<Modem>> value) {
            commands = List.copyOf(value);
            return this;
        }

        /** Says how a part is made that {@link Modem#part} is asked for. */
        public <P extends Part> Builder part(Class<P> type, Function<Modem, P> factory) {
            parts.put(type, factory);
            return this;
        }

        /** Adds what a modem does of its own accord when its power comes on, on its thread. */
        public Builder onBoot(Consumer<Modem> action) {
            bootActions.add(action);
            return this;
        }

        public Blueprint build() {
            return new Blueprint(this);
        }
    }
}
