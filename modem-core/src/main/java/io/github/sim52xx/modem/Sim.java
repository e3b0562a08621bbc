package io.github.sim52xx.modem;

import io.github.sim52xx.at.CmeError;

/**
 * The SIM in its socket: inserted or not, locked or not (27.007 8.3, manual 10.5 and 9.3). A method that can be refused
 * returns the error, or null if it has done its work. Confined to the modem's thread.
 */
public final class Sim {

    /** What the SIM waits for, with the word that +CPIN? prints. */
    public enum State {
        ABSENT(""),
        READY("READY"),
        PIN("SIM PIN"),
        PUK("SIM PUK"),
        /** Usable, but PIN2 is blocked. */
        PUK2("SIM PUK2"),
        /** The PUK has been wrong ten times. */
        DEAD("");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private static final String LOCK_KEY = "sim.lock";

    private final SimCard card;
    private final NonVolatile memory;
    private final SimCode pin;
    private final SimCode pin2;
    private final Runnable changed;
    private boolean inserted;
    private boolean verified;

    /** @param changed called whenever the SIM comes, goes, becomes ready or asks for a code while the modem runs */
    Sim(SimCard card, NonVolatile memory, Runnable changed) {
        this.card = card;
        this.memory = memory;
        this.pin = new SimCode(memory, "pin", card.pin(), card.puk());
        this.pin2 = new SimCode(memory, "pin2", card.pin2(), card.puk2());
        this.changed = changed;
        this.inserted = card.inserted();
    }

    public State state() {
        if (!inserted) {
            return State.ABSENT;
        }
        if (pin.isDead()) {
            return State.DEAD;
        }
        if (pin.isBlocked()) {
            return State.PUK;
        }
        if (lockEnabled() && !verified) {
            return State.PIN;
        }
        return pin2.isBlocked() ? State.PUK2 : State.READY;
    }

    /** True if commands that need the SIM can be used. */
    public boolean isReady() {
        return refusal() == null;
    }

    /** What commands that need the SIM are refused with, or null. */
    public CmeError refusal() {
        return switch (state()) {
            case ABSENT -> CmeError.SIM_NOT_INSERTED;
            case DEAD -> CmeError.SIM_FAILURE;
            case PIN -> CmeError.SIM_PIN_REQUIRED;
            case PUK -> CmeError.SIM_PUK_REQUIRED;
            case READY, PUK2 -> null;
        };
    }

    /** The SIM asks for its PIN at the next power-on. */
    public boolean lockEnabled() {
        return memory.loadNumber(LOCK_KEY, card.pinRequired() ? 1 : 0) == 1;
    }

    /** +CPIN: the code that is waited for, with the new PIN if that code is a PUK. */
    public CmeError enter(String code, String newPin) {
        if (state() == State.DEAD) {
            return CmeError.SIM_FAILURE;
        }
        boolean wasReady = isReady();
        boolean right = switch (state()) {
            case PIN -> newPin == null ? pin.verify(code) : pin.change(code, newPin);
            case PUK -> newPin != null && pin.unblock(code, newPin);
            case PUK2 -> newPin != null && pin2.unblock(code, newPin);
            case ABSENT, READY, DEAD -> false;
        };
        if (right) {
            verified = true;
            if (!wasReady) {
                changed.run();
            }
            return null;
        }
        return switch (state()) {
            case ABSENT -> CmeError.SIM_NOT_INSERTED;
            case READY -> CmeError.OPERATION_NOT_ALLOWED;
            default -> CmeError.INCORRECT_PASSWORD;
        };
    }

    /** +CLCK="SC": switches the question for the PIN at power-on. */
    public CmeError enableLock(boolean enable, String code) {
        CmeError[] error = new CmeError[1];
        memory.together(() -> {
            error[0] = check(pin, code, CmeError.SIM_PUK_REQUIRED);
            if (error[0] == null) {
                memory.save(LOCK_KEY, enable ? "1" : "0");
            }
        });
        verified |= error[0] == null;
        return error[0];
    }

    /** +CPWD="SC": a new PIN; possible only while the lock is on (TS 51.011 11.3.2). */
    public CmeError changePin(String old, String replacement) {
        if (!lockEnabled()) {
            return CmeError.OPERATION_NOT_ALLOWED;
        }
        return change(pin, old, replacement, CmeError.SIM_PUK_REQUIRED);
    }

    /** +CPWD="P2": a new PIN2. */
    public CmeError changePin2(String old, String replacement) {
        return change(pin2, old, replacement, CmeError.SIM_PUK2_REQUIRED);
    }

    /** Presents PIN2, for fixed dialling. */
    public CmeError verifyPin2(String code) {
        return check(pin2, code, CmeError.SIM_PUK2_REQUIRED);
    }

    /** Remaining tries of PIN, PUK, PIN2 and PUK2 (+SPIC). */
    public int[] tries() {
        return new int[] {pin.tries(), pin.unblockingTries(), pin2.tries(), pin2.unblockingTries()};
    }

    public String imsi() {
        return card.imsi();
    }

    public String iccid() {
        return card.iccid();
    }

    /** The service provider's name (EF_SPN of TS 31.102 4.2.12), empty if the card has none. */
    public String provider() {
        return card.provider();
    }

    public String barringPassword() {
        return card.barringPassword();
    }

    // ---- what somebody does to it

    /** Pulls it out of its socket. */
    public void pull() {
        changing(() -> {
            inserted = false;
            verified = false;
        });
    }

    /** Puts it, the same one always, into its socket. */
    public void insert() {
        changing(() -> inserted = true);
    }

    /** It asks for its PIN from now on, as after a power-on with the lock enabled. */
    public void lock() {
        changing(() -> {
            memory.save(LOCK_KEY, "1");
            verified = false;
        });
    }

    /** It asks for its PUK, as after three wrong PINs. */
    public void block() {
        changing(pin::block);
    }

    /** It is ready and all its tries are there, as if every code had been typed. The lock stays enabled if it is. */
    public void unlock() {
        changing(() -> {
            pin.restore();
            pin2.restore();
            verified = inserted;
        });
    }

    private void changing(Runnable deed) {
        State before = state();
        deed.run();
        if (state() != before) {
            changed.run();
        }
    }

    void powerOff() {
        verified = false;
    }

    private static CmeError check(SimCode code, String typed, CmeError whenBlocked) {
        return code.verify(typed) ? null : code.isBlocked() ? whenBlocked : CmeError.INCORRECT_PASSWORD;
    }

    private static CmeError change(SimCode code, String old, String replacement, CmeError whenBlocked) {
        return code.change(old, replacement) ? null : code.isBlocked() ? whenBlocked : CmeError.INCORRECT_PASSWORD;
    }
}
