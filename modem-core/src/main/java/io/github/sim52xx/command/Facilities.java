package io.github.sim52xx.command;

import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Sim;
import java.util.Set;

/**
 * The facilities of +CLCK and +CPWD (27.007 7.4, 7.5): the SIM lock and fixed dialling on the SIM, call barring in the
 * network, personalization of the modem. A method that can be refused returns the error, or null. Confined to the
 * modem's thread.
 */
final class Facilities implements Part {

    /** Barring of all kinds at once: can only be switched off. */
    static final Set<String> ALL_BARRING = Set.of("AB", "AG", "AC");

    static final Set<String> BARRING = Set.of("AO", "OI", "OX", "AI", "IR", "AB", "AG", "AC");
    static final Set<String> PERSONALIZATION = Set.of("PF", "PN", "PU", "PP", "PC");
    private static final String FIXED_DIALLING_KEY = "sim.fdn";
    private static final String PASSWORD_KEY = "network.barring.password";
    private static final String BARRING_KEY = "network.barring.";

    private final Sim sim;
    private final NonVolatile memory;

    Facilities(Modem modem) {
        sim = modem.sim();
        memory = modem.memory();
    }

    static boolean exists(String facility) {
        return facility.equals("SC")
                || facility.equals("FD")
                || BARRING.contains(facility)
                || PERSONALIZATION.contains(facility);
    }

    boolean isActive(String facility) {
        return switch (facility) {
            case "SC" -> sim.lockEnabled();
            case "FD" -> memory.loadNumber(FIXED_DIALLING_KEY, 0) == 1;
            default -> memory.loadNumber(BARRING_KEY + facility, 0) == 1;
        };
    }

    CmeError switchTo(String facility, boolean active, String password) {
        if (PERSONALIZATION.contains(facility)) {
            return active ? CmeError.OPERATION_NOT_ALLOWED : null;
        }
        if (facility.equals("SC")) {
            return sim.enableLock(active, password);
        }
        if (facility.equals("FD")) {
            CmeError[] error = new CmeError[1];
            memory.together(() -> {
                error[0] = sim.verifyPin2(password);
                if (error[0] == null) {
                    memory.save(FIXED_DIALLING_KEY, active ? "1" : "0");
                }
            });
            return error[0];
        }
        return bar(facility, active, password);
    }

    CmeError changePassword(String facility, String old, String replacement) {
        if (facility.equals("SC")) {
            return sim.changePin(old, replacement);
        }
        if (facility.equals("P2")) {
            return sim.changePin2(old, replacement);
        }
        if (!old.equals(barringPassword())) {
            return CmeError.INCORRECT_PASSWORD;
        }
        memory.save(PASSWORD_KEY, replacement);
        return null;
    }

    private CmeError bar(String facility, boolean active, String password) {
        if (active && ALL_BARRING.contains(facility)) {
            return CmeError.OPERATION_NOT_ALLOWED;
        }
        if (!password.equals(barringPassword())) {
            return CmeError.INCORRECT_PASSWORD;
        }
        Set<String> kinds = ALL_BARRING.contains(facility) ? members(facility) : Set.of(facility);
        memory.together(() -> kinds.forEach(kind -> memory.save(BARRING_KEY + kind, active ? "1" : "0")));
        return null;
    }

    private static Set<String> members(String all) {
        return switch (all) {
            case "AG" -> Set.of("AO", "OI", "OX");
            case "AC" -> Set.of("AI", "IR");
            default -> Set.of("AO", "OI", "OX", "AI", "IR");
        };
    }

    private String barringPassword() {
        String changed = memory.load(PASSWORD_KEY);
        return changed != null ? changed : sim.barringPassword();
    }
}
