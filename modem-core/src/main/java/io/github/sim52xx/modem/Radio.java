package io.github.sim52xx.modem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The radio: functionality (+CFUN), registration (+CREG, +COPS), access technology (+CNMP) and signal. Registering
 * takes a second of modem time. The network around it can change at any moment. Confined to the modem's thread.
 */
public final class Radio {

    /** Registration states as +CREG prints them (27.007 7.2). */
    public enum Registration {
        IDLE,
        HOME,
        SEARCHING,
        DENIED,
        UNKNOWN,
        ROAMING
    }

    /** +CFUN values that stay. */
    public static final int FULL = 1;

    /** +CNMP values. */
    public static final int AUTOMATIC = 2;

    public static final int GSM_ONLY = 13;
    public static final int WCDMA_ONLY = 14;

    /** +CFUN=5. */
    public static final int FACTORY_TEST = 5;

    /** +CFUN=7, left only by a restart. */
    public static final int OFFLINE = 7;

    private static final Duration SEARCH = Duration.ofSeconds(1);

    private static final String MODE_KEY = "+CNMP";

    private final NonVolatile memory;
    private final Sim sim;
    private final Timers timers;
    private final List<Runnable> listeners = new ArrayList<>(1);
    private Network network;
    private Registration answer;
    private boolean gsmServes;
    private Registration registration = Registration.IDLE;
    private boolean on;
    private int functionality = FULL;
    private boolean deregistered;
    private int preferredMode;
    private boolean attached = true;
    private Time.Timer search;

    Radio(Network network, NonVolatile memory, Sim sim, Timers timers) {
        this.network = network;
        this.memory = memory;
        this.sim = sim;
        this.timers = timers;
        this.preferredMode = keptMode();
        answer = network.roaming() ? Registration.ROAMING : Registration.HOME;
    }

    /** Calls {@code listener} after every change of registration, attachment, access technology or network. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public Network network() {
        return network;
    }

    public int functionality() {
        return functionality;
    }

    /** +CFUN: 1 is on; 0, 4, 5 and 7 are off, 7 until a restart. */
    public void setFunctionality(int value) {
        functionality = value;
        update();
    }

    public Registration registration() {
        return registration;
    }

    /** True if registered, at home or roaming. */
    public boolean inService() {
        return registration == Registration.HOME || registration == Registration.ROAMING;
    }

    /** +COPS=2 (true) leaves the network until +COPS=0 (false) or a restart. */
    public void setDeregistered(boolean value) {
        deregistered = value;
        update();
    }

    /** True if attached to the packet domain (+CGATT). */
    public boolean packetService() {
        return attached && inService();
    }

    /** True if the modem itself is for packet service: what is missing then is the network's doing. */
    public boolean wantsPacketService() {
        return attached && wanted();
    }

    /** +CGATT. */
    public void setAttached(boolean value) {
        attached = value;
        changed();
    }

    /** True if what serves the modem is GSM, false if it is WCDMA. */
    public boolean gsm() {
        return preferredMode == GSM_ONLY || gsmServes && preferredMode != WCDMA_ONLY;
    }

    /** +CNMP: 2 automatic, 13 GSM only, 14 WCDMA only; kept. */
    public int preferredMode() {
        return preferredMode;
    }

    public void setPreferredMode(int mode) {
        memory.save(MODE_KEY, Integer.toString(mode));
        preferredMode = mode;
        changed();
    }

    void factoryReset() {
        preferredMode = keptMode();
        changed();
    }

    private int keptMode() {
        return (int) memory.loadNumber(MODE_KEY, AUTOMATIC, WCDMA_ONLY, AUTOMATIC);
    }

    /** +CSQ's rssi, 99 without service. */
    public int rssi() {
        return inService() ? network.rssi() : 99;
    }

    /** +CSQ's ber, 99 without service. */
    public int ber() {
        return inService() ? network.ber() : 99;
    }

    // ---- the network around it

    /** The signal becomes better or worse; +CSQ's values. */
    public void receive(int rssi, int ber) {
        become(network.withSignal(rssi, ber));
    }

    /** The cell is somebody else's now; a null name is that of the test network. */
    public void operate(String numeric, String operator, String shortName) {
        become(network.withOperator(numeric, operator, shortName));
    }

    /** What serves a modem that takes either is GSM (true) or WCDMA (false); +CNMP=13 and 14 get what they want. */
    public void serve(boolean byGsm) {
        gsmServes = byGsm;
        changed();
    }

    /**
     * What the network answers to a registration from now on. SEARCHING: nothing. A modem that is registered loses the
     * network and asks anew, also for another answer that lets it in: it has moved.
     */
    public void answer(Registration newAnswer) {
        if (newAnswer == Registration.IDLE) {
            throw new IllegalArgumentException("no network answers " + newAnswer);
        }
        if (newAnswer == answer) {
            return;
        }
        answer = newAnswer;
        stopSearch();
        if (wanted()) {
            search();
        }
    }

    /** What the network answers to a registration. */
    public Registration answer() {
        return answer;
    }

    /** The SIM has come, gone, or is ready now: registers, or leaves the network. */
    void simChanged() {
        update();
    }

    /** The modem is found already running: registered since long. */
    void startRegistered() {
        on = true;
        registration = wanted() ? answer : Registration.IDLE;
    }

    /** The modem boots: whatever changes from now on counts. */
    void powerOn() {
        on = true;
    }

    void powerOff() {
        on = false;
        functionality = FULL;
        deregistered = false;
        attached = true;
        stopSearch();
        become(Registration.IDLE);
    }

    private boolean wanted() {
        return on && functionality == FULL && !deregistered && sim.isReady();
    }

    private void update() {
        if (!wanted()) {
            stopSearch();
            become(Registration.IDLE);
        } else if (!inService() && search == null) {
            search();
        }
    }

    private void search() {
        become(Registration.SEARCHING);
        search = timers.after(SEARCH, () -> {
            search = null;
            become(answer);
        });
    }

    private void stopSearch() {
        if (search != null) {
            search.cancel();
            search = null;
        }
    }

    private void become(Registration next) {
        if (next != registration) {
            registration = next;
            changed();
        }
    }

    private void become(Network next) {
        if (!next.equals(network)) {
            network = next;
            changed();
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
