package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Power;
import io.github.sim52xx.modem.Supply;
import java.util.List;

/** Supply and power key. */
final class PowerActions implements Subject {

    @Override
    public String name() {
        return "power";
    }

    @Override
    public String purpose() {
        return "supply and power key";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("power.cut", "cut the supply: off at once and in silence", PowerActions::cut),
                Action.of("power.on", "press the power key: the modem boots", PowerActions::on),
                Action.of(
                        "power.brown-out",
                        "let the voltage dip: the modem restarts, after a warning if +CVALARM is on",
                        PowerActions::brownOut));
    }

    @Override
    public Members<Surroundings> state() {
        return Members.<Power>none()
                .with("on", Shape.TRUTH, Power::isOn)
                .with("state", Shape.word(Power.State.class), Power::state)
                .of(around -> around.modem().power());
    }

    private static void cut(Surroundings around, Arguments given) {
        around.modem().power().off();
    }

    private static void brownOut(Surroundings around, Arguments given) throws WorldException {
        if (around.modem().power().state() == Power.State.OFF) {
            throw WorldException.impossible("the modem is off; power on switches it on");
        }
        around.part(Supply.class).brownOut();
    }

    private static void on(Surroundings around, Arguments given) throws WorldException {
        Power power = around.modem().power();
        if (power.isOn()) {
            throw WorldException.impossible("the modem is on; power cut switches it off");
        }
        power.on();
    }
}
