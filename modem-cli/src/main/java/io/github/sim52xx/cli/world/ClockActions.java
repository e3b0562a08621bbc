package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.ModemClock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The modem's clock, and how fast its time passes. */
final class ClockActions implements Subject {

    private static final int QUARTER_HOUR = 900;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String purpose() {
        return "the real-time clock and the modem's time";
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.of(
                "clock.set",
                "set the clock, as the network would; timers go on as they were",
                ClockActions::set,
                Argument.time("time", "what the clock shows, with its zone")));
    }

    @Override
    public Map<String, Object> state(Surroundings around) {
        ModemClock clock = around.modem().clock();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("time", clock.dateTime().withNano(0).toString());
        state.put("zone", clock.zone());
        return state;
    }

    private static void set(Surroundings around, Arguments given) {
        OffsetDateTime time = given.time("time");
        around.modem().clock().set(time.toLocalDateTime(), time.getOffset().getTotalSeconds() / QUARTER_HOUR);
    }
}
