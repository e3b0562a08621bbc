package io.github.sim52xx.net.socket;

import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.net.HostPort;

/**
 * A server of the modem has been started, or a UDP port has been opened that the host code has chosen.
 *
 * @param port as the host code calls it
 * @param at where it really is
 */
public record Listening(int port, HostPort at) implements ModemEvent {

    @Override
    public String describe() {
        return "port " + port + " of the modem listens on " + at;
    }
}
