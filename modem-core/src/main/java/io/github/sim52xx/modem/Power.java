package io.github.sim52xx.modem;

import io.github.sim52xx.dce.Dce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Power and boot. While the modem is off or boots it neither echoes nor answers; ports stay open. Booting takes three
 * seconds of modem time: START, the state of the SIM, SMS DONE, PB DONE. Confined to the modem's thread.
 */
public final class Power {

    private static final Duration TO_START = Duration.ofSeconds(1);
    private static final Duration TO_SIM = Duration.ofMillis(500);
    private static final Duration TO_SMS = Duration.ofSeconds(1);
    private static final Duration TO_PHONEBOOK = Duration.ofMillis(500);

    /** Where it is between off and on. */
    public enum State {
        OFF,
        BOOTING,
        ON,
        /** A command that switches off or restarts has been given and is being answered. */
        ENDING
    }

    private final Modem modem;
    private final List<Time.Timer> boot = new ArrayList<>(0);
    private State state = State.OFF;
    private boolean waitsForTerminal = true;
    private boolean simFound;

    Power(Modem modem) {
        this.modem = modem;
    }

    /** True if the modem echoes and answers. */
    public boolean isOn() {
        return state == State.ON;
    }

    public State state() {
        return state;
    }

    /** Presses the power key: boots if the modem is off. */
    public void on() {
        if (state != State.OFF) {
            return;
        }
        waitsForTerminal = false;
        state = State.BOOTING;
        later(TO_START, this::started);
    }

    /** +CPOF, or the supply is cut: silence until {@link #on}. Nothing volatile survives, nothing says farewell. */
    public void off() {
        forgetSteps();
        state = State.OFF;
        waitsForTerminal = false;
        simFound = false;
        modem.goOff();
    }

    /** +CRESET, +CFUN=6 and their like. */
    public void restart() {
        off();
        on();
    }

    /** The supply lapses for a moment: starts anew if the modem is not off, wherever it is. */
    void lapse() {
        if (state != State.OFF) {
            restart();
        }
    }

    /** {@link #off} as soon as the command that asks for it is answered; what is typed meanwhile is lost. */
    public void offAfterAnswer() {
        state = State.ENDING;
        modem.execute(this::off);
    }

    /** {@link #restart} as soon as the command that asks for it is answered; what is typed meanwhile is lost. */
    public void restartAfterAnswer() {
        state = State.ENDING;
        modem.execute(this::restart);
    }

    /** The modem is found running, as most are. */
    void alreadyOn() {
        waitsForTerminal = false;
        simFound = true;
        state = State.ON;
        modem.blueprint().boot(modem);
        modem.radio().startRegistered();
        modem.booted();
    }

    /** A modem that waits for its first terminal boots now, so that the terminal sees all of it. */
    void terminalAttached() {
        if (waitsForTerminal) {
            on();
        }
    }

    /** The SIM has changed. Before the boot has come to it, it is for the boot to say so. */
    void simChanged() {
        if (state == State.ON && simFound) {
            // What the boot has yet to say would be about the SIM as it was.
            forgetSteps();
            later(Duration.ZERO, this::reportSim);
        }
    }

    private void started() {
        state = State.ON;
        modem.radio().powerOn();
        modem.terminals().all().forEach(Dce::settleCircuits);
        modem.blueprint().boot(modem);
        modem.terminals().unsolicited("START");
        modem.booted();
        later(TO_SIM, this::reportSim);
    }

    private void reportSim() {
        simFound = true;
        Sim.State sim = modem.sim().state();
        if (sim == Sim.State.ABSENT || sim == Sim.State.DEAD) {
            modem.terminals().unsolicited("+SIMCARD: NOT AVAILABLE");
            return;
        }
        modem.terminals().unsolicited("+CPIN: " + sim.word());
        if (modem.sim().isReady()) {
            modem.radio().simChanged();
            later(TO_SMS, this::filesRead);
        }
    }

    private void filesRead() {
        modem.terminals().unsolicited("SMS DONE");
        later(TO_PHONEBOOK, () -> modem.terminals().unsolicited("PB DONE"));
    }

    private void forgetSteps() {
        boot.forEach(Time.Timer::cancel);
        boot.clear();
    }

    private void later(Duration delay, Runnable step) {
        boot.add(modem.timers().after(delay, step));
    }
}
