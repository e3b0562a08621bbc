package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.AdjustableTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemClock;
import io.github.sim52xx.modem.NetworkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The modem's clock, and how fast its time passes. */
final class ClockActions implements Subject {

    private static final Duration A_YEAR = Duration.ofDays(366);

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
        return List.of(
                Action.of(
                        "clock.set",
                        "set the clock, as the network would; timers go on as they were",
                        ClockActions::set,
                        Argument.time("time", "what the clock shows, with its zone")),
                Action.of(
                        "clock.skip",
                        "let time pass at once: clock and timers move on",
                        ClockActions::skip,
                        Argument.duration("duration", A_YEAR, "how much of it")),
                Action.of(
                        "clock.speed",
                        "let time pass faster or slower than the host's",
                        ClockActions::speed,
                        Argument.decimal(
                                "factor",
                                AdjustableTime.SLOWEST,
                                AdjustableTime.FASTEST,
                                "how many seconds pass in one of the host's")));
    }

    @Override
    public Members<Surroundings> state() {
        return Members.<ModemClock>none()
                .with("time", Shape.TEXT, clock -> clock.dateTime().withNano(0).toString())
                .with("zone", Shape.WHOLE, ModemClock::zone)
                .<Surroundings>of(around -> around.modem().clock())
                .maybe(
                        "speed",
                        Shape.NUMBER,
                        around -> around.time() instanceof AdjustableTime time ? time.speed() : null);
    }

    private static void skip(Surroundings around, Arguments given) throws WorldException {
        AdjustableTime time = adjustable(around);
        skip(around.modem(), time, time.now().plus(given.duration("duration")));
    }

    /** Timer by timer, so that what one sets going on the modem's thread happens before the next. */
    private static void skip(Modem modem, AdjustableTime time, Instant end) {
        if (time.skipTowards(end)) {
            modem.execute(() -> skip(modem, time, end));
        }
    }

    private static void speed(Surroundings around, Arguments given) throws WorldException {
        adjustable(around).run(given.decimal("factor"));
    }

    private static AdjustableTime adjustable(Surroundings around) throws WorldException {
        if (around.time() instanceof AdjustableTime time) {
            return time;
        }
        throw WorldException.impossible("this modem's time cannot be moved");
    }

    private static void set(Surroundings around, Arguments given) {
        NetworkTime.tell(around.modem(), given.time("time"));
    }
}
