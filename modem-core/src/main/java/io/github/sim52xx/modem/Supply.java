package io.github.sim52xx.modem;

import java.time.Duration;
import java.util.Locale;

/**
 * The supply voltage as the modem measures it (+CBC, manual 12.28) and the alarm for a low one (+CVALARM, manual 12.7):
 * while it is below the limit a warning every twenty seconds. Confined to the modem's thread.
 */
public final class Supply implements Part {

    /** The command that sets the alarm: on or off, limit in mV. */
    public static final String ALARM = "+CVALARM";

    private static final int NOMINAL = 3810;
    /** Below what the modem needs. */
    private static final int BROWN_OUT = 2700;

    private static final Duration PERIOD = Duration.ofSeconds(20);

    private final Modem modem;
    private int millivolts = NOMINAL;
    private Time.Timer timer;

    public Supply(Modem modem) {
        this.modem = modem;
    }

    /** {@code 3.810V}. */
    public String volts() {
        return String.format(Locale.ROOT, "%.3fV", millivolts / 1000.0);
    }

    /** +CVALARM has changed, or is in force again after a boot. */
    public void restartAlarm() {
        stop();
        if (modem.settings().integer(ALARM, 0) == 1) {
            timer = modem.timers().every(PERIOD, this::warn);
        }
    }

    /**
     * The voltage dips so deep that the modem starts anew, which it does without a word but for the alarm, if that is on
     * and nobody waits for an answer. An off modem sees nothing of it.
     */
    public void brownOut() {
        millivolts = BROWN_OUT;
        warn();
        millivolts = NOMINAL;
        modem.power().lapse();
    }

    @Override
    public void powerOff() {
        stop();
    }

    private void warn() {
        boolean on = modem.settings().integer(ALARM, 0) == 1;
        if (on && millivolts < modem.settings().integer(ALARM, 1)) {
            modem.terminals().unsolicited("warning! Voltage is low:" + millivolts);
        }
    }

    private void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
