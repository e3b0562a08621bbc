package io.github.sim52xx.net;

/**
 * One line of the modem's own DNS and NAT: {@code smtp.server.com:25=127.0.0.1:2525}.
 *
 * @param name the name that the host code uses; {@code *.server.com} stands for that domain and all names in it
 * @param port the port that it uses, or {@link #ANY_PORT}
 * @param target where that really is
 */
public record MapRule(String name, int port, HostPort target) {

    public static final int ANY_PORT = -1;

    /** @throws IllegalArgumentException with one clear line if {@code text} is not NAME[:PORT]=HOST:PORT */
    public static MapRule parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("not NAME[:PORT]=HOST:PORT: " + text);
        }
        HostPort target = HostPort.parse(text.substring(equals + 1));
        if (target.port() == 0) {
            throw new IllegalArgumentException("nobody listens on port 0: " + text);
        }
        String left = text.substring(0, equals);
        int colon = left.lastIndexOf(':');
        if (colon < 0 || left.endsWith("]")) {
            return new MapRule(HostPort.parseHost(left, text), ANY_PORT, target);
        }
        return new MapRule(
                HostPort.parseHost(left.substring(0, colon), text),
                HostPort.parsePort(left.substring(colon + 1), text),
                target);
    }

    boolean matches(String host, int toPort) {
        return covers(name, port, new HostPort(host, toPort));
    }

    /** True if a name, which may begin with {@code *.}, and a port, which may be any, stand for that server. */
    static boolean covers(String name, int port, HostPort server) {
        return (port == ANY_PORT || port == server.port()) && coversName(name, server.host());
    }

    /** True if it is about that name, at whatever port. */
    boolean isFor(String host) {
        return coversName(name, host);
    }

    private static boolean coversName(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equalsIgnoreCase(host);
        }
        String domain = name.substring(2);
        int start = host.length() - domain.length();
        return host.equalsIgnoreCase(domain)
                || start > 0
                        && host.charAt(start - 1) == '.'
                        && host.regionMatches(true, start, domain, 0, domain.length());
    }
}
