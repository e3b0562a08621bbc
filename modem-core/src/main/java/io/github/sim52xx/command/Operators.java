package io.github.sim52xx.command;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Network;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Radio;

/** Which operator is selected how, and how it is shown (+COPS, 27.007 7.3). Confined to the modem's thread. */
final class Operators implements Part {

    static final int AUTOMATIC = 0;
    static final int DEREGISTER = 2;
    static final int ONLY_FORMAT = 3;
    private static final int GSM = 0;
    private static final int UTRAN = 2;

    private final Radio radio;
    private int mode = AUTOMATIC;
    private int format;

    Operators(Modem modem) {
        radio = modem.radio();
    }

    /** What AT+COPS? prints behind its prefix. */
    String selected() {
        if (!radio.inService()) {
            return Integer.toString(mode);
        }
        return mode + "," + format + ",\"" + name(format) + "\"," + technology();
    }

    /** The operator in one of the formats: 0 long, 1 short, 2 numeric. */
    String name(int inFormat) {
        Network network = radio.network();
        return switch (inFormat) {
            case 0 -> network.operator();
            case 1 -> network.shortName();
            default -> network.numeric();
        };
    }

    /** The network in the list of AT+COPS=?, or nothing if none can be heard. */
    String found() {
        int state = switch (radio.answer()) {
            case SEARCHING, UNKNOWN, IDLE -> 0;
            case DENIED -> 3;
            case HOME, ROAMING -> radio.inService() ? 2 : 1;
        };
        if (state == 0) {
            return "";
        }
        return "(" + state + ",\"" + name(0) + "\",\"" + name(1) + "\",\"" + name(2) + "\"," + technology() + ")";
    }

    void setFormat(int value) {
        format = value;
    }

    void select(int newMode) {
        mode = newMode;
        radio.setDeregistered(newMode == DEREGISTER);
    }

    @Override
    public void powerOff() {
        mode = AUTOMATIC;
        format = 0;
    }

    private int technology() {
        return radio.gsm() ? GSM : UTRAN;
    }
}
