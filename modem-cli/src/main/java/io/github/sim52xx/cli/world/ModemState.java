package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Identity;
import io.github.sim52xx.modem.Modem;

/** Which modem it is. Nothing can be done about that. */
final class ModemState implements Subject {

    @Override
    public String name() {
        return "modem";
    }

    @Override
    public String purpose() {
        return "which modem it is";
    }

    @Override
    public Members<Surroundings> state() {
        return Members.<Identity>none()
                .with("manufacturer", Shape.TEXT, Identity::manufacturer)
                .with("model", Shape.TEXT, Identity::model)
                .with("revision", Shape.TEXT, Identity::revision)
                .with("imei", Shape.TEXT, Identity::imei)
                .<Modem>of(modem -> modem.blueprint().profile().identity())
                .with("firmware", Shape.WHOLE, Modem::firmwareYear)
                .of(Surroundings::modem);
    }
}
