package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.ModemWire;
import io.github.sim52xx.cli.transcript.Wire;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;

/** How a terminal of a {@link Bench} is connected to its modem. */
@FunctionalInterface
public interface Cable {

    /** Without any port. */
    Cable DIRECT = ModemWire::new;

    /** Attaches one more terminal. */
    Wire plug(Modem modem) throws IOException;
}
