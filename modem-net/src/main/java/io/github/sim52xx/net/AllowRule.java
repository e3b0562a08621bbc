package io.github.sim52xx.net;

/**
 * What the modem may reach besides loopback and mapped names: {@code mail.example.org}, {@code 10.0.0.7:25}, {@code
 * any}.
 *
 * @param host a name or address, or null for any
 * @param port a port, or {@link MapRule#ANY_PORT}
 */
public record AllowRule(String host, int port) {

    private static final AllowRule ANYTHING = new AllowRule(null, MapRule.ANY_PORT);

    /** @throws IllegalArgumentException with one clear line if {@code text} is not HOST[:PORT] or any */
    public static AllowRule parse(String text) {
        if (text.equals("any")) {
            return ANYTHING;
        }
        int colon = text.lastIndexOf(':');
        if (text.isEmpty() || colon == 0) {
            throw new IllegalArgumentException("not HOST[:PORT] or any: " + text);
        }
        if (colon < 0 || text.endsWith("]") || text.indexOf(':') != colon && !text.startsWith("[")) {
            return new AllowRule(HostPort.parseHost(text, text), MapRule.ANY_PORT);
        }
        return new AllowRule(
                HostPort.parseHost(text.substring(0, colon), text),
                HostPort.parsePort(text.substring(colon + 1), text));
    }

    /** @param name the name or address as the host code wrote it */
    boolean allows(String name, String address, int toPort) {
        boolean hostFits = host == null || host.equalsIgnoreCase(name) || host.equals(address);
        return hostFits && (port == MapRule.ANY_PORT || port == toPort);
    }
}
