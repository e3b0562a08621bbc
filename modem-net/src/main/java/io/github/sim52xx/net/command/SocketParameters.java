package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.net.tcpip.Links;

/** Parameters that many socket commands have. */
final class SocketParameters {

    static final int MAX_PORT = 65535;

    private static final int MAX_HOST = 253;

    private SocketParameters() {}

    /** {@code <link_num>}, 0 to 9. */
    static int link(Parameters parameters) {
        return parameters.integer("<link_num>", 0, Links.COUNT - 1);
    }

    /** A host by name or address. */
    static String host(Parameters parameters) {
        return parameters.string("<server_IP>", 1, MAX_HOST);
    }

    /** A port; what is more than {@link #MAX_PORT} has an error of its own. */
    static int port(Parameters parameters) {
        return parameters.integer("<port>", 0, Integer.MAX_VALUE);
    }

    /** As {@link #port}, or {@code absent} if it has been left out. */
    static int portOr(Parameters parameters, int absent) {
        return parameters.integerOr("<port>", 0, Integer.MAX_VALUE, absent);
    }
}
