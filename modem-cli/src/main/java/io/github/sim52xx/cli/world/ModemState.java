package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Identity;
import io.github.sim52xx.modem.Modem;
import java.util.LinkedHashMap;
import java.util.Map;

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
    public Map<String, Object> state(Surroundings around) {
        Modem modem = around.modem();
        Identity identity = modem.blueprint().profile().identity();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("manufacturer", identity.manufacturer());
        state.put("model", identity.model());
        state.put("revision", identity.revision());
        state.put("imei", identity.imei());
        state.put("firmware", modem.firmwareYear());
        return state;
    }
}
