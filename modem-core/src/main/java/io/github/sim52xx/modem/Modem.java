package io.github.sim52xx.modem;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Device;
import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.Settings;
import io.github.sim52xx.dce.Dce;
import io.github.sim52xx.dce.DceHost;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.dce.FlowControl;
import io.github.sim52xx.dce.Malfunction;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One modem: everything that a SIM52xx holds together, made after a {@link Blueprint}.
 *
 * <p>All state is confined to the modem's thread. {@link #execute}, {@link #connect} and {@link #close} may be called
 * from any thread; everything else by tasks on that thread, commands for instance.
 */
public final class Modem implements Device {

    private final Blueprint blueprint;
    private final ModemThread thread;
    private final Timers timers;
    private final NonVolatile memory;
    private final Settings settings;
    private final FlowControlModes flowControl;
    private final LineProfile lineProfile;
    private final ModemClock clock;
    private final Sim sim;
    private final Radio radio;
    private final Terminals terminals;
    private final Malfunction malfunction = new Malfunction();
    private final Power power;
    private final Host host = new Host();
    private Map<Class<?>, Part> parts = Map.of();

    /** @param medium where the non-volatile memory is kept */
    public Modem(Blueprint blueprint, NonVolatile.Medium medium) {
        this.blueprint = blueprint;
        thread = new ModemThread(error -> event(new ModemEvent.Fault("a task of the modem failed", error)));
        timers = new Timers(blueprint.time(), thread);
        memory = new NonVolatile(medium);
        settings = new Settings(blueprint::table, memory);
        flowControl = new FlowControlModes(settings);
        lineProfile = new LineProfile(memory);
        clock = new ModemClock(blueprint.clockSource(), memory, blueprint.clockStart());
        terminals = new Terminals(memory);
        sim = new Sim(blueprint.profile().sim(), memory, this::simChanged);
        radio = new Radio(blueprint.profile().network(), memory, sim, timers);
        power = new Power(this);
        if (!blueprint.coldBoot()) {
            power.alreadyOn();
        }
    }

    /** Runs a task on the modem's thread, from any thread. */
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** Attaches a terminal whose DTE is reached by {@code link}; from any thread. */
    public Connection connect(DteLink link) {
        Connection connection = new Connection(this);
        thread.execute(() -> {
            int number = terminals.freeNumber();
            FlowControl flow = new FlowControl(TracedLink.of(link, blueprint.trace(), number), flowControl);
            Dce<Modem> dce = new Dce<>(host, flow, number);
            flow.attach(dce);
            lineProfile.restore(dce.parameters());
            dce.settleCircuits();
            terminals.add(dce);
            connection.attach(dce, flow);
            power.terminalAttached();
        });
        return connection;
    }

    void disconnected(Dce<Modem> dce) {
        terminals.remove(dce);
        dce.detached();
    }

    /** Ends whatever the modem does and gives back what it holds, from any thread. */
    public void close() {
        thread.execute(() -> {
            power.off();
            parts.values().forEach(Part::close);
            parts = Map.of();
        });
    }

    public Blueprint blueprint() {
        return blueprint;
    }

    public Firmware firmware() {
        return blueprint.firmware();
    }

    public Timers timers() {
        return timers;
    }

    public NonVolatile memory() {
        return memory;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public int firmwareYear() {
        return blueprint.firmware().year();
    }

    public LineProfile lineProfile() {
        return lineProfile;
    }

    public ModemClock clock() {
        return clock;
    }

    public Sim sim() {
        return sim;
    }

    public Radio radio() {
        return radio;
    }

    public Terminals terminals() {
        return terminals;
    }

    /** What is wrong with the way to its terminals; power-off does not cure it. */
    public Malfunction malfunction() {
        return malfunction;
    }

    public Power power() {
        return power;
    }

    /** Tells the console. */
    public void event(ModemEvent event) {
        blueprint.events().accept(event);
    }

    /** The modem's part of that type, which is made when it is asked for first. */
    public <P extends Part> P part(Class<P> type) {
        Part part = parts.get(type);
        if (part == null) {
            part = blueprint.make(type, this);
            Map<Class<?>, Part> more = new LinkedHashMap<>(parts);
            more.put(type, part);
            parts = more;
        }
        return type.cast(part);
    }

    /** AT&amp;F (false) and AT&amp;F1 (true), but for the parameters of the terminal. */
    public void factoryReset(boolean nonVolatileToo) {
        memory.together(() -> {
            settings.reset(nonVolatileToo);
            if (nonVolatileToo) {
                memory.forgetCommands();
                terminals.forget();
                radio.factoryReset();
                parts.values().forEach(Part::factoryReset);
            }
        });
    }

    /** Called by {@link Power}: what is kept takes effect again. */
    void booted() {
        if (memory.load(Supply.ALARM) != null) {
            part(Supply.class).restartAlarm();
        }
    }

    /** Called by {@link Power}: nothing volatile survives. */
    void goOff() {
        parts.values().forEach(Part::powerOff);
        settings.forget();
        terminals.forget();
        radio.powerOff();
        sim.powerOff();
        for (Dce<Modem> terminal : terminals.all()) {
            terminal.reset();
            lineProfile.restore(terminal.parameters());
            terminal.settleCircuits();
        }
    }

    private void simChanged() {
        power.simChanged();
        radio.simChanged();
    }

    /** The modem as its terminals see it. */
    private final class Host implements DceHost<Modem> {

        @Override
        public Modem device() {
            return Modem.this;
        }

        @Override
        public CommandTable<Modem> table() {
            return blueprint.table();
        }

        @Override
        public boolean answers() {
            return power.isOn();
        }

        @Override
        public Malfunction malfunction() {
            return malfunction;
        }

        @Override
        public FinalResult refusal(Command<Modem> command) {
            return command.needsSim() ? sim.refusal() : null;
        }

        @Override
        public void execute(Runnable task) {
            thread.execute(task);
        }

        @Override
        public Instant now() {
            return blueprint.time().now();
        }

        @Override
        public boolean ringsOnUnsolicited() {
            return settings.integer("+CFGRI", 0) == 1;
        }

        @Override
        public void after(Duration delay, Runnable task) {
            timers.after(delay, task);
        }

        @Override
        public void commandLine(int terminal, String body) {
            blueprint.trace().commandLine(terminal, body);
        }

        @Override
        public void unsolicited(int terminal, String text) {
            blueprint.trace().unsolicited(terminal, text);
        }

        @Override
        public void data(int terminal, ByteBuffer bytes) {
            blueprint.trace().data(terminal, bytes);
        }

        @Override
        public void dataMode(int terminal, boolean on) {
            blueprint.trace().dataMode(terminal, on);
        }

        @Override
        public void fault(String line, Throwable error) {
            event(new ModemEvent.Fault("AT" + line, error));
        }

        @Override
        public void hint(String text) {
            event(new ModemEvent.Notice(text));
        }
    }
}
