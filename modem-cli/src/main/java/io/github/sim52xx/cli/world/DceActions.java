package io.github.sim52xx.cli.world;

import io.github.sim52xx.dce.Malfunction;
import java.time.Duration;
import java.util.List;

/** A modem that is half dead: it lives, but its AT lines hear too little of it, or too late. */
final class DceActions implements Subject {

    private static final int MOST_OKS = 1000;

    @Override
    public String name() {
        return "dce";
    }

    @Override
    public String purpose() {
        return "the AT lines of a half-dead modem";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of(
                        "dce.mute",
                        "take and execute commands, but send nothing, not even an echo",
                        (around, given) -> malfunction(around).setMute(given.on("state")),
                        Argument.onOff("state", "whether it is mute")),
                Action.of(
                        "dce.swallow-ok",
                        "lose the next OKs",
                        (around, given) -> malfunction(around).loseOks(given.integer("count")),
                        Argument.integer("count", 0, MOST_OKS, "how many of them")),
                Action.of(
                        "dce.late",
                        "send everything late",
                        (around, given) -> malfunction(around).setDelay(given.duration("delay")),
                        Argument.duration("delay", Duration.ofDays(1), "how late; 0s is not")));
    }

    @Override
    public Members<Surroundings> state() {
        return Members.<Malfunction>none()
                .with("mute", Shape.TRUTH, Malfunction::mute)
                .with("oks_to_swallow", Shape.WHOLE, Malfunction::lostOks)
                .with("late_ms", Shape.WHOLE, malfunction -> malfunction.delay().toMillis())
                .of(DceActions::malfunction);
    }

    private static Malfunction malfunction(Surroundings around) {
        return around.modem().malfunction();
    }
}
