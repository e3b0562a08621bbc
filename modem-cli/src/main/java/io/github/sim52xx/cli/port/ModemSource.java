package io.github.sim52xx.cli.port;

import io.github.sim52xx.modem.Connection;
import io.github.sim52xx.modem.Modem;

/** Says which modem a new connection leads to. Called by any thread. */
public interface ModemSource {

    Modem forConnection();

    /** The connection is gone. */
    default void connectionClosed(Connection connection) {}

    /** Every connection is one more terminal of {@code modem}. */
    static ModemSource one(Modem modem) {
        return () -> modem;
    }
}
