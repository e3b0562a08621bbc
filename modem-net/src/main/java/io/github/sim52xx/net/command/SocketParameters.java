package io.github.sim52xx.net.command;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.tcpip.DatagramLink;
import io.github.sim52xx.net.tcpip.Link;
import io.github.sim52xx.net.tcpip.Links;
import io.github.sim52xx.net.tcpip.Network;
import io.github.sim52xx.net.tcpip.NumberedNetwork;
import java.util.stream.IntStream;

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

    /** As {@link #host}, or {@code absent} if it may be left out and has been. */
    static String hostOr(Parameters parameters, boolean optional, String absent) {
        if (!optional || parameters.given()) {
            return host(parameters);
        }
        parameters.skip();
        return absent;
    }

    /** A host and a port that may follow, or null. */
    static HostPort target(Parameters parameters) {
        return parameters.hasNext() ? new HostPort(host(parameters), parameters.integer("<port>", 0, MAX_PORT)) : null;
    }

    /** {@code "UDP"} (true) or {@code "TCP"}. */
    static boolean isUdp(Parameters parameters) {
        String type = parameters.string("<type>", 3, 3);
        boolean udp = type.equalsIgnoreCase("UDP");
        if (!udp && !type.equalsIgnoreCase("TCP")) {
            throw new ParameterException("<type> is neither TCP nor UDP");
        }
        return udp;
    }

    /** {@code <server_index>}, 0 to 3. */
    static int server(Parameters parameters) {
        return parameters.integer("<server_index>", 0, NumberedNetwork.SERVERS - 1);
    }

    /** What +CIPOPEN? shows: a line for each link, with what is known of those that are open. */
    static Response links(Network network, String comma) {
        return Response.ok(IntStream.range(0, Links.COUNT)
                .mapToObj(number -> "+CIPOPEN: " + number
                        + described(network == null ? null : network.links().get(number), comma))
                .toArray(String[]::new));
    }

    private static String described(Link link, String comma) {
        if (link == null) {
            return "";
        }
        HostPort remote = link.remote() == null ? new HostPort("0.0.0.0", 0) : link.remote();
        return comma
                + '"'
                + (link instanceof DatagramLink ? "UDP" : "TCP")
                + '"'
                + comma
                + '"'
                + remote.host()
                + '"'
                + comma
                + remote.port()
                + comma
                + link.server();
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
