package io.github.sim52xx.modem;

/**
 * A PIN with its PUK: three tries, then ten for the unblocking code, then the code is dead (27.007 8.3, TS 51.011
 * 11.3). The SIM is its own memory: codes and counters outlive power-off. Confined to the modem's thread.
 */
final class SimCode {

    static final int TRIES = 3;
    static final int UNBLOCKING_TRIES = 10;

    private final NonVolatile memory;
    private final String key;
    private final String initial;
    private final String unblockingCode;

    /** @param key distinguishes the codes of one SIM */
    SimCode(NonVolatile memory, String key, String initial, String unblockingCode) {
        this.memory = memory;
        this.key = "sim." + key;
        this.initial = initial;
        this.unblockingCode = unblockingCode;
    }

    int tries() {
        return (int) memory.loadNumber(key + ".tries", 0, TRIES, TRIES);
    }

    int unblockingTries() {
        return (int) memory.loadNumber(key + ".puk.tries", 0, UNBLOCKING_TRIES, UNBLOCKING_TRIES);
    }

    boolean isBlocked() {
        return tries() == 0;
    }

    /** Blocked for good. */
    boolean isDead() {
        return unblockingTries() == 0;
    }

    /** Presents the code; a wrong one costs a try. */
    boolean verify(String code) {
        if (isBlocked()) {
            return false;
        }
        boolean right = code.equals(code());
        memory.save(key + ".tries", Integer.toString(right ? TRIES : tries() - 1));
        return right;
    }

    boolean change(String old, String replacement) {
        boolean[] changed = new boolean[1];
        memory.together(() -> changed[0] = verify(old) && set(replacement));
        return changed[0];
    }

    /** Presents the unblocking code with a new PIN. */
    boolean unblock(String code, String replacement) {
        if (isDead()) {
            return false;
        }
        boolean right = code.equals(unblockingCode);
        memory.together(() -> {
            memory.save(key + ".puk.tries", Integer.toString(right ? UNBLOCKING_TRIES : unblockingTries() - 1));
            if (right) {
                memory.save(key + ".tries", Integer.toString(TRIES));
                set(replacement);
            }
        });
        return right;
    }

    /** As if the code had been typed wrong until no try was left. */
    void block() {
        memory.save(key + ".tries", "0");
    }

    /** All tries are there again, also those of a code that was dead. */
    void restore() {
        memory.save(key + ".tries", Integer.toString(TRIES));
        memory.save(key + ".puk.tries", Integer.toString(UNBLOCKING_TRIES));
    }

    private boolean set(String code) {
        memory.save(key, code);
        return true;
    }

    private String code() {
        String changed = memory.load(key);
        return changed != null ? changed : initial;
    }
}
