package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Network;
import io.github.sim52xx.modem.Radio;
import java.util.List;
import java.util.Locale;

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
    public Members<Surroundings> state() {
        Members<Network> operator = Members.<Network>none()
                .with("numeric", Shape.TEXT, Network::numeric)
                .with("long", Shape.TEXT, Network::operator)
                .with("short", Shape.TEXT, Network::shortName);
        return Members.<Radio>none()
                .with("functionality", Shape.WHOLE, Radio::functionality)
                .with("registration", Shape.word(Radio.Registration.class), Radio::registration)
                .with("network_answers", Shape.word(Radio.Registration.class), Radio::answer)
                .with("service", Shape.TRUTH, Radio::inService)
                .with("packet_service", Shape.TRUTH, Radio::packetService)
                .with("operator", operator, Radio::network)
                .with("access", Shape.word("gsm", "wcdma"), radio -> radio.gsm() ? "gsm" : "wcdma")
                .with("rssi", Shape.WHOLE, Radio::rssi)
                .with("ber", Shape.WHOLE, Radio::ber)
                .of(around -> around.modem().radio());
    }
}
