package io.github.sim52xx.command;

import io.github.sim52xx.gps.Fix;
import io.github.sim52xx.gps.Reception;
import io.github.sim52xx.gps.Sentences;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The GPS engine. It is moved along the track of the profile, which begins with each first fix; without a track it never
 * sees a satellite. While it is on or still stopping the mail commands cannot be used (application note 5). Satellites
 * show the time of the modem's own clock, so that one option sets both. Confined to the modem's thread.
 */
final class GpsReceiver implements Part {

    /** +CGPS modes. */
    static final int STANDALONE = 1;

    static final int UE_ASSISTED = 3;

    /** Kept by the setting of that name; read at power-on, when no table of commands is there yet. */
    private static final String AUTO_KEY = "+CGPSAUTO";

    /** How a start gets to its first fix. */
    enum Start {
        COLD,
        HOT,
        /** Hot if there has been a fix since power-on or there is an {@link XtraFile}, +CGPSDEL not counted. */
        AUTOMATIC
    }

    private enum State {
        OFF,
        SEARCHING,
        FIXED,
        STOPPING
    }

    private static final Duration STOPPING_TAKES = Duration.ofSeconds(2);
    private static final Duration TEST_PERIOD = Duration.ofSeconds(1);
    /** The amplitudes of the two branches of the receiver, of which nobody can tell more. */
    private static final String AMPLITUDES = "AmpI/AmpQ: 421/423";

    private final Modem modem;
    private final Reception reception;
    private final XtraFile xtra;
    private State state = State.OFF;
    private int mode = STANDALONE;
    private boolean knowsSky;
    private Instant firstFix;
    private int infoPeriod;
    private int sentencePeriod;
    private int sentences;
    private Time.Timer change;
    private Time.Timer infoReports;
    private Time.Timer sentenceReports;
    private Time.Timer testReports;

    GpsReceiver(Modem modem) {
        this.modem = modem;
        reception = modem.blueprint().profile().gps();
        xtra = new XtraFile(modem);
    }

    /** Power-on: the engine starts by itself if +CGPSAUTO=1 says so. */
    static void boot(Modem modem) {
        if ("1".equals(modem.memory().load(AUTO_KEY))) {
            modem.part(GpsReceiver.class).start(STANDALONE, Start.AUTOMATIC);
        }
    }

    boolean isOn() {
        return state == State.SEARCHING || state == State.FIXED;
    }

    /** 1 standalone, 2 UE-based, 3 UE-assisted. */
    int mode() {
        return mode;
    }

    /** False if it is not off, or mail is under way. */
    boolean start(int wantedMode, Start how) {
        Conflicts conflicts = modem.part(Conflicts.class);
        if (state != State.OFF || conflicts.forbid(Conflicts.Service.GPS)) {
            return false;
        }
        state = State.SEARCHING;
        mode = wantedMode;
        conflicts.begin(Conflicts.Service.GPS);
        xtra.engineStarts();
        if (reception.track() != null && hasHelp()) {
            boolean hot = how == Start.HOT || how == Start.AUTOMATIC && (knowsSky || xtra.helps());
            change = modem.timers().after(hot ? reception.hotStart() : reception.coldStart(), this::fixed);
        }
        return true;
    }

    /** False if it is not on. That it is off comes as an unsolicited code. */
    boolean stop() {
        if (!isOn()) {
            return false;
        }
        NetworkReports.stop(change);
        state = State.STOPPING;
        change = modem.timers().after(STOPPING_TAKES, () -> {
            off();
            modem.terminals().unsolicited("+CGPS: 0");
        });
        return true;
    }

    /** +CGPSDEL: the next start is a cold one. False while it is on. */
    boolean forgetSky() {
        if (isOn()) {
            return false;
        }
        knowsSky = false;
        xtra.delete();
        return true;
    }

    XtraFile xtra() {
        return xtra;
    }

    /** The lines of +CGPSINFO, separated by \n. */
    String info() {
        Fix fix = fix();
        return fix == null ? Fix.NO_INFO : fix.info() + "\n\n" + AMPLITUDES;
    }

    /** Seconds between reports of the position, 0 for none. */
    int infoPeriod() {
        return infoPeriod;
    }

    /** +CGPSINFO=&lt;time&gt;. */
    void reportInfo(int seconds) {
        infoPeriod = seconds;
        infoReports = restart(infoReports, Duration.ofSeconds(seconds), () -> tell(info()));
    }

    /** {@code <time>, <config>} of +CGPSINFOCFG. */
    String sentenceReport() {
        return sentencePeriod + ", " + sentences;
    }

    /** +CGPSINFOCFG: NMEA sentences every so many seconds while the engine is on, those that it makes. */
    void reportSentences(int seconds, int chosen) {
        sentencePeriod = seconds;
        sentences = chosen;
        sentenceReports = restart(sentenceReports, Duration.ofSeconds(seconds), () -> {
            if (isOn()) {
                Sentences.of(fix(), chosen & made()).forEach(this::tell);
            }
        });
    }

    /** +CGPSFTM has changed. */
    void restartTestMode() {
        testReports = restart(testReports, isTested() ? TEST_PERIOD : Duration.ZERO, () -> {
            // AT&F switches it off without a word.
            if (isTested() && isOn() && (made() & Sentences.GSV) != 0) {
                tell(Sentences.strengths(state == State.FIXED));
            }
        });
    }

    private boolean isTested() {
        return modem.settings().integer("+CGPSFTM", 0) == 1;
    }

    @Override
    public void powerOff() {
        change = NetworkReports.stop(change);
        reportInfo(0);
        reportSentences(0, 0);
        testReports = NetworkReports.stop(testReports);
        knowsSky = false;
        xtra.delete();
        off();
    }

    private void fixed() {
        state = State.FIXED;
        knowsSky = true;
        firstFix = modem.blueprint().time().now();
        if (mode == UE_ASSISTED) {
            tell(fix().assistedInfo());
        }
    }

    private void off() {
        state = State.OFF;
        modem.part(Conflicts.class).end(Conflicts.Service.GPS);
    }

    /** Null while there is none. */
    private Fix fix() {
        if (state != State.FIXED) {
            return null;
        }
        Duration elapsed = Duration.between(firstFix, modem.blueprint().time().now());
        LocalDateTime utc =
                modem.clock().dateTime().withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return new Fix(reception.track().at(elapsed), utc);
    }

    /** The network can only find the position if it is told which server does that. */
    private boolean hasHelp() {
        return mode != UE_ASSISTED || !modem.settings().text("+CGPSURL", 0).isEmpty();
    }

    /** The sentences that +CGPSNMEA has chosen. */
    private int made() {
        return modem.settings().integer("+CGPSNMEA", 0);
    }

    private void tell(String text) {
        modem.terminals().unsolicited(text);
    }

    private Time.Timer restart(Time.Timer running, Duration period, Runnable report) {
        NetworkReports.stop(running);
        return period.isZero() ? null : modem.timers().every(period, report);
    }
}
