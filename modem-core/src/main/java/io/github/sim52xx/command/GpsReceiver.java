package io.github.sim52xx.command;

import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Time;
import java.time.Duration;

/**
 * The GPS engine, under a roof: it can be switched on, and never sees a satellite. While it is on or still stopping the
 * mail commands cannot be used (application note 5). Confined to the modem's thread.
 */
final class GpsReceiver implements Part {

    /** +CGPS modes. */
    static final int STANDALONE = 1;

    /** No satellite, no position. */
    static final String NO_POSITION = "+CGPSINFO:,,,,,,,,";

    private enum State {
        OFF,
        ON,
        STOPPING
    }

    private static final Duration STOPPING_TAKES = Duration.ofSeconds(2);

    private final Modem modem;
    private State state = State.OFF;
    private int mode = STANDALONE;
    private int period;
    private Time.Timer stopping;
    private Time.Timer reports;

    GpsReceiver(Modem modem) {
        this.modem = modem;
    }

    boolean isOn() {
        return state == State.ON;
    }

    /** 1 standalone, 2 UE-based, 3 UE-assisted. */
    int mode() {
        return mode;
    }

    /** Seconds between reports of the position, 0 for none. */
    int period() {
        return period;
    }

    /** False if it is not off, or mail is under way. */
    boolean start(int wantedMode) {
        Conflicts conflicts = modem.part(Conflicts.class);
        if (state != State.OFF || conflicts.forbid(Conflicts.Service.GPS)) {
            return false;
        }
        state = State.ON;
        mode = wantedMode;
        conflicts.begin(Conflicts.Service.GPS);
        return true;
    }

    /** False if it is not on. That it is off comes as an unsolicited code. */
    boolean stop() {
        if (state != State.ON) {
            return false;
        }
        state = State.STOPPING;
        stopping = modem.timers().after(STOPPING_TAKES, () -> {
            off();
            modem.terminals().unsolicited("+CGPS: 0");
        });
        return true;
    }

    void report(int seconds) {
        reports = NetworkReports.stop(reports);
        period = seconds;
        if (seconds > 0) {
            reports = modem.timers()
                    .every(Duration.ofSeconds(seconds), () -> modem.terminals().unsolicited(NO_POSITION));
        }
    }

    @Override
    public void powerOff() {
        stopping = NetworkReports.stop(stopping);
        report(0);
        off();
    }

    private void off() {
        state = State.OFF;
        modem.part(Conflicts.class).end(Conflicts.Service.GPS);
    }
}
