package io.github.sim52xx.cli.world;

import io.github.sim52xx.dce.Malfunction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    public Map<String, Object> state(Surroundings around) {
        Malfunction malfunction = malfunction(around);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("mute", malfunction.mute());
        state.put("oks_to_swallow", malfunction.lostOks());
        state.put("late_ms", malfunction.delay().toMillis());
        return state;
    }

    private static Malfunction malfunction(Surroundings around) {
        return around.modem().malfunction();
    }
}
