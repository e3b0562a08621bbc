package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Network;
import io.github.sim52xx.modem.Radio;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The radio and the network that it finds. */
final class RadioActions implements Subject {

    @Override
    public String name() {
        return "radio";
    }

    @Override
    public String purpose() {
        return "signal, operator, registration";
    }

    @Override
    public Map<String, Object> state(Surroundings around) {
        Radio radio = around.modem().radio();
        Network network = radio.network();
        Map<String, Object> operator = new LinkedHashMap<>();
        operator.put("numeric", network.numeric());
        operator.put("long", network.operator());
        operator.put("short", network.shortName());
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("functionality", radio.functionality());
        state.put("registration", radio.registration().name().toLowerCase(Locale.ROOT));
        state.put("service", radio.inService());
        state.put("packet_service", radio.packetService());
        state.put("operator", operator);
        state.put("access", radio.gsm() ? "gsm" : "wcdma");
        state.put("rssi", radio.rssi());
        state.put("ber", radio.ber());
        return state;
    }
}
