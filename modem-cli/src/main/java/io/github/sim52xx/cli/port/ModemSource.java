package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.modem.Modem;

/** Says which modem the terminals of a port are attached to. May be used by any thread. */
@FunctionalInterface
public interface ModemSource {

    /** Attaches a terminal; what comes from it goes into the input returned. */
    DteInput attach(DteLink link);

    /** Every terminal is one more of {@code modem}. */
    static ModemSource one(Modem modem) {
        return modem::connect;
    }
}
