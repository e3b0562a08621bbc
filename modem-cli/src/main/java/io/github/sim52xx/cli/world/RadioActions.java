package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Network;
import io.github.sim52xx.modem.Radio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The radio and the network that it finds. */
final class RadioActions implements Subject {

    private static final int UNKNOWN = 99;
    private static final String NAME = "[ -!#-~]{1,64}";
    private static final String NAME_RULE = "1 to 64 characters of ASCII without quotes";

    @Override
    public String name() {
        return "radio";
    }

    @Override
    public String purpose() {
        return "signal, operator, registration";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of(
                        "radio.signal",
                        "change the signal",
                        RadioActions::signal,
                        Argument.integer("rssi", 0, 31, "as in +CSQ, 99 unknown")
                                .or(UNKNOWN),
                        Argument.integer("ber", 0, 7, "bit errors as in +CSQ, 99 unknown")
                                .or(UNKNOWN)
                                .asOption()),
                Action.of(
                        "radio.operator",
                        "let the cell be another operator's",
                        RadioActions::operator,
                        Argument.text("mccmnc", "\\d{5,6}", "5 or 6 digits", "46001", "country and network code"),
                        Argument.text("long", NAME, NAME_RULE, "CHN-UNICOM", "long name")
                                .asOption(),
                        Argument.text("short", NAME, NAME_RULE, "UNICOM", "short name")
                                .asOption()),
                Action.of(
                        "radio.registration",
                        "say what the network answers to a registration",
                        RadioActions::registration,
                        Argument.word(
                                "state",
                                "home and roaming let the modem in; searching: no network",
                                "home",
                                "roaming",
                                "denied",
                                "searching",
                                "unknown")),
                Action.of(
                        "radio.access",
                        "say what serves a modem that takes either",
                        (around, given) -> around.modem().radio().serve(given.is("technology", "gsm")),
                        Argument.word("technology", "the access technology", "gsm", "wcdma")));
    }

    private static void signal(Surroundings around, Arguments given) {
        Radio radio = around.modem().radio();
        int ber = given.has("ber") ? given.integer("ber") : radio.network().ber();
        radio.receive(given.integer("rssi"), ber);
    }

    /** Without a long name the number is shown, without a short one the long one. */
    private static void operator(Surroundings around, Arguments given) {
        String numeric = given.text("mccmnc");
        String name = given.has("long") ? given.text("long") : numeric;
        around.modem().radio().operate(numeric, name, given.has("short") ? given.text("short") : name);
    }

    private static void registration(Surroundings around, Arguments given) {
        around.modem()
                .radio()
                .answer(Radio.Registration.valueOf(given.text("state").toUpperCase(Locale.ROOT)));
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
        state.put("network_answers", radio.answer().name().toLowerCase(Locale.ROOT));
        state.put("service", radio.inService());
        state.put("packet_service", radio.packetService());
        state.put("operator", operator);
        state.put("access", radio.gsm() ? "gsm" : "wcdma");
        state.put("rssi", radio.rssi());
        state.put("ber", radio.ber());
        return state;
    }
}
