package io.github.sim52xx.command;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Radio;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.util.Objects;

/**
 * Reports of the network that the DTE has asked for: +CREG, +CGREG and +CNSMOD on change, +CSQ and +CPSI from time to
 * time. Made when the first of them is switched on. Confined to the modem's thread.
 */
final class NetworkReports implements Part {

    private static final Duration SIGNAL_PERIOD = Duration.ofSeconds(5);

    private final Modem modem;
    private final Radio radio;
    private String lastRegistration;
    private String lastPacketRegistration;
    private int lastMode;
    private String lastSignal;
    private Time.Timer signalTimer;
    private Time.Timer systemTimer;

    NetworkReports(Modem modem) {
        this.modem = modem;
        this.radio = modem.radio();
        remember();
        radio.listen(this::radioChanged);
    }

    /** {@code 1} or with the form 2 of +CREG {@code 1,0152,DA3CDB}. */
    static String registration(Radio radio, int form) {
        String state = Integer.toString(radio.registration().ordinal());
        return form < 2 || !radio.inService()
                ? state
                : state + "," + radio.network().lac() + "," + radio.network().cell();
    }

    /** As {@link #registration}, for the packet domain. */
    static String packetRegistration(Radio radio, int form) {
        return radio.inService() && !radio.packetService() ? "0" : registration(radio, form);
    }

    /** +CNSMOD: 0 no service, 2 GPRS, 4 WCDMA. */
    static int systemMode(Radio radio) {
        return !radio.inService() ? 0 : radio.gsm() ? 2 : 4;
    }

    /** The line of AT+CPSI?, shaped like a real one. */
    static String system(Radio radio) {
        if (!radio.inService()) {
            return "+CPSI: NO SERVICE," + operationMode(radio);
        }
        String plmn = radio.network().numeric();
        String area = plmn.substring(0, 3) + "-" + plmn.substring(3);
        int cell = Integer.parseInt(radio.network().cell(), 16);
        if (radio.gsm()) {
            return "+CPSI: GSM,Online," + area + ",0x" + radio.network().lac() + "," + cell
                    + ",27 EGSM 900,-64,2110,42-42";
        }
        return "+CPSI: WCDMA,Online," + area + ",0x" + radio.network().lac() + "," + cell
                + ",WCDMA 850,214,4436,0,12.5,83,23,36,500";
    }

    private static String operationMode(Radio radio) {
        return switch (radio.functionality()) {
            case Radio.FULL -> "Online";
            case Radio.FACTORY_TEST -> "Factory Test Mode";
            case Radio.OFFLINE -> "Offline";
            default -> "Low Power Mode";
        };
    }

    /** +AUTOCSQ has changed. */
    void restartSignal() {
        signalTimer = stop(signalTimer);
        lastSignal = signal();
        if (modem.settings().integer("+AUTOCSQ", 0) == 1) {
            signalTimer = modem.timers().every(SIGNAL_PERIOD, this::reportSignal);
        }
    }

    /** +CPSI=&lt;time&gt;: every so many seconds, 0 never. */
    void restartSystem(int seconds) {
        systemTimer = stop(systemTimer);
        if (seconds > 0) {
            systemTimer = modem.timers()
                    .every(Duration.ofSeconds(seconds), () -> modem.terminals().unsolicited(system(radio)));
        }
    }

    @Override
    public void powerOff() {
        signalTimer = stop(signalTimer);
        systemTimer = stop(systemTimer);
    }

    private void radioChanged() {
        int registrationForm = modem.settings().integer("+CREG", 0);
        int packetForm = modem.settings().integer("+CGREG", 0);
        boolean modeReports = modem.settings().integer("+CNSMOD", 0) == 1;
        String before = lastRegistration;
        String packetBefore = lastPacketRegistration;
        int modeBefore = lastMode;
        remember();
        if (registrationForm > 0 && !before.equals(lastRegistration)) {
            modem.terminals().unsolicited("+CREG: " + registration(radio, registrationForm));
        }
        if (packetForm > 0 && !packetBefore.equals(lastPacketRegistration)) {
            modem.terminals().unsolicited("+CGREG: " + packetRegistration(radio, packetForm));
        }
        if (modeReports && modeBefore != lastMode) {
            modem.terminals().unsolicited("+CNSMOD: " + lastMode);
        }
    }

    private void remember() {
        lastRegistration = registration(radio, 2);
        lastPacketRegistration = packetRegistration(radio, 2);
        lastMode = systemMode(radio);
    }

    private void reportSignal() {
        String signal = signal();
        boolean onChangeOnly = modem.settings().integer("+AUTOCSQ", 1) == 1;
        if (!onChangeOnly || !Objects.equals(signal, lastSignal)) {
            modem.terminals().unsolicited(signal);
        }
        lastSignal = signal;
    }

    private String signal() {
        return "+CSQ: " + radio.rssi() + "," + radio.ber();
    }

    static Time.Timer stop(Time.Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
        return null;
    }
}
