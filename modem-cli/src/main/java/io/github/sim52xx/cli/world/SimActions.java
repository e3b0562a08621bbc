package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Sim;
import java.util.List;

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
    public Members<Surroundings> state() {
        Members<int[]> tries = Members.<int[]>none()
                .with("pin", Shape.WHOLE, left -> left[0])
                .with("puk", Shape.WHOLE, left -> left[1])
                .with("pin2", Shape.WHOLE, left -> left[2])
                .with("puk2", Shape.WHOLE, left -> left[3]);
        return Members.<Sim>none()
                .with("state", Shape.word(Sim.State.class), Sim::state)
                .with("lock", Shape.TRUTH, Sim::lockEnabled)
                .with("tries", tries, Sim::tries)
                .with("imsi", Shape.TEXT, Sim::imsi)
                .with("iccid", Shape.TEXT, Sim::iccid)
                .of(SimActions::sim);
    }
}
