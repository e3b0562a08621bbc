package io.github.sim52xx.cli.control;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Tells those who mean this port by its address from pages that a browser shows, whose name has been made to lead here
 * (DNS rebinding): those send a name of their own.
 *
 * @param bound where the port is, by the name or address that the user gave
 */
record HostHeader(InetSocketAddress bound) {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+\\]");

    /** @param value of the header, null if there is none */
    boolean admits(String value) {
        if (value == null) {
            return false;
        }
        String host = PORT.matcher(value).replaceFirst("");
        if (host.equalsIgnoreCase("localhost") || host.equalsIgnoreCase(bound.getHostString())) {
            return true;
        }
        if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            InetAddress own = bound.getAddress();
            // A port on all interfaces cannot know by which address it is reached; an address is no page's name.
            return own.isAnyLocalAddress() || address.isLoopbackAddress() || address.equals(own);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
