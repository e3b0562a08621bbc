package io.github.sim52xx.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The modem's DNS, NAT and firewall: finds out where a host and port really are, and whether the modem may go there.
 * Mapped names lead where they are mapped to; loopback is always allowed; anything else needs an allow rule. A name
 * that no rule covers is not even looked up. Immutable; may be used by any thread, and blocks while it looks names up.
 */
public final class Resolver {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    private final List<MapRule> map;
    private final List<AllowRule> allowed;

    /** @param map the first rule that matches counts */
    public Resolver(List<MapRule> map, List<AllowRule> allowed) {
        this.map = List.copyOf(map);
        this.allowed = List.copyOf(allowed);
    }

    /**
     * Where {@code host} and {@code port} really are.
     *
     * @throws NetworkException if the name is unknown or the modem may not go there
     */
    public InetSocketAddress resolve(String host, int port) throws NetworkException {
        for (MapRule rule : map) {
            if (rule.matches(host, port)) {
                return new InetSocketAddress(
                        lookUp(rule.target().host()), rule.target().port());
            }
        }
        boolean literal = isLiteral(host);
        if (!literal && !isLocalName(host) && !isAllowed(host, host, port)) {
            throw notAllowed(host, port);
        }
        InetAddress address = lookUp(host);
        if (!address.isLoopbackAddress() && !isAllowed(host, address.getHostAddress(), port)) {
            throw notAllowed(host, port);
        }
        return new InetSocketAddress(address, port);
    }

    private boolean isAllowed(String name, String address, int port) {
        return allowed.stream().anyMatch(rule -> rule.allows(name, address, port));
    }

    private static InetAddress lookUp(String host) throws NetworkException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new NetworkException(NetworkException.Reason.UNKNOWN_HOST, "unknown host " + host);
        }
    }

    private static NetworkException notAllowed(String host, int port) {
        HostPort asked = new HostPort(host, port);
        return new NetworkException(
                NetworkException.Reason.NOT_ALLOWED,
                asked + " is neither loopback nor mapped; open it with --map " + asked + "=HOST:PORT or --allow-net "
                        + asked);
    }

    private static boolean isLocalName(String host) {
        return host.equalsIgnoreCase("localhost");
    }

    /** True if looking it up asks no name server. */
    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }
}
