package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Sim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The SIM and its slot. */
final class SimActions implements Subject {

    @Override
    public String name() {
        return "sim";
    }

    @Override
    public String purpose() {
        return "the SIM card and its codes";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("sim.pull", "pull the SIM out of its socket", SimActions::pull),
                Action.of("sim.insert", "put it back", SimActions::insert),
                Action.of(
                        "sim.lock",
                        "let it ask for its PIN from now on",
                        (around, given) -> sim(around).lock()),
                Action.of(
                        "sim.block",
                        "let it ask for its PUK",
                        (around, given) -> sim(around).block()),
                Action.of(
                        "sim.unlock",
                        "make it ready, as if every code had been typed",
                        (around, given) -> sim(around).unlock()));
    }

    private static void pull(Surroundings around, Arguments given) throws WorldException {
        if (sim(around).state() == Sim.State.ABSENT) {
            throw WorldException.impossible("there is no SIM in the socket; sim insert puts it back");
        }
        sim(around).pull();
    }

    private static void insert(Surroundings around, Arguments given) throws WorldException {
        if (sim(around).state() != Sim.State.ABSENT) {
            throw WorldException.impossible("the SIM is in its socket; sim pull takes it out");
        }
        sim(around).insert();
    }

    private static Sim sim(Surroundings around) {
        return around.modem().sim();
    }

    @Override
    public Map<String, Object> state(Surroundings around) {
        Sim sim = around.modem().sim();
        int[] left = sim.tries();
        Map<String, Object> tries = new LinkedHashMap<>();
        tries.put("pin", left[0]);
        tries.put("puk", left[1]);
        tries.put("pin2", left[2]);
        tries.put("puk2", left[3]);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("state", sim.state().name().toLowerCase(Locale.ROOT));
        state.put("lock", sim.lockEnabled());
        state.put("tries", tries);
        state.put("imsi", sim.imsi());
        state.put("iccid", sim.iccid());
        return state;
    }
}
