package io.github.sim52xx.net;

/**
 * What the modem may reach besides loopback and mapped names: {@code mail.example.org}, {@code 10.0.0.7:25}, {@code
 * any}, {@code any:25}.
 *
 * @param host a name or address, or null for any
 * @param port a port, or {@link MapRule#ANY_PORT}
 */
public record AllowRule(String host, int port) {

    private static final String ANY = "any";

    /** @throws IllegalArgumentException with one clear line if {@code text} is not HOST[:PORT] or any[:PORT] */
    public static AllowRule parse(String text) {
        int colon = text.lastIndexOf(':');
        if (text.isEmpty() || colon == 0) {
            throw new IllegalArgumentException("not HOST[:PORT] or any[:PORT]: " + text);
        }
        if (colon < 0 || text.endsWith("]") || text.indexOf(':') != colon && !text.startsWith("[")) {
            return of(HostPort.parseHost(text, text), MapRule.ANY_PORT);
        }
        return of(
                HostPort.parseHost(text.substring(0, colon), text),
                HostPort.parsePort(text.substring(colon + 1), text));
    }

    private static AllowRule of(String host, int port) {
        return new AllowRule(host.equals(ANY) ? null : host, port);
    }

    /** @param name the name or address as the host code wrote it */
    boolean allows(String name, String address, int toPort) {
        return allowsSomePort(name, address) && (port == MapRule.ANY_PORT || port == toPort);
    }

    /** True if there is a port of that host that it allows. */
    boolean allowsSomePort(String name, String address) {
        return host == null || host.equalsIgnoreCase(name) || host.equals(address);
    }
}
