package io.github.sim52xx.command;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Supply;
import java.util.List;

/** The families of this package, and the parts that they need. */
public final class BaseCommands {

    private BaseCommands() {}

    public static List<CommandSet<Modem>> all() {
        return List.of(
                new GeneralCommands(),
                new V25Commands(),
                new SerialCommands(),
                new ControlCommands(),
                new SimCommands(),
                new FacilityCommands(),
                new NetworkCommands(),
                new OperatorCommands(),
                new CallCommands(),
                new GpsCommands(),
                new CameraCommands());
    }

    public static Blueprint.Builder addParts(Blueprint.Builder blueprint) {
        return blueprint
                .part(NetworkReports.class, NetworkReports::new)
                .part(Operators.class, Operators::new)
                .part(Facilities.class, Facilities::new)
                .part(Supply.class, Supply::new)
                .part(Conflicts.class, modem -> new Conflicts())
                .part(GpsReceiver.class, GpsReceiver::new)
                .onBoot(GpsReceiver::boot);
    }
}
