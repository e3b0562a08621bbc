package io.github.sim52xx.net;

import java.util.Locale;

/**
 * Which servers get TLS, and how: {@code mail.example.org:587=starttls}, {@code *.example.org=auto}, {@code implicit}.
 *
 * @param name a server as the host code calls it or as it really is called, with {@code *.} that domain and all names
 *     in it, or null for all servers
 * @param port the port that the host code uses or the real one, or {@link MapRule#ANY_PORT}
 */
public record TlsRule(String name, int port, TlsMode mode) {

    /** @throws IllegalArgumentException with one clear line if {@code text} is not [NAME[:PORT]=]MODE */
    public static TlsRule parse(String text) {
        int equals = text.lastIndexOf('=');
        TlsMode mode = mode(text.substring(equals + 1), text);
        if (equals < 0) {
            return new TlsRule(null, MapRule.ANY_PORT, mode);
        }
        String left = text.substring(0, equals);
        int colon = left.lastIndexOf(':');
        if (colon < 0 || left.endsWith("]")) {
            return new TlsRule(HostPort.parseHost(left, text), MapRule.ANY_PORT, mode);
        }
        return new TlsRule(
                HostPort.parseHost(left.substring(0, colon), text),
                HostPort.parsePort(left.substring(colon + 1), text),
                mode);
    }

    private static TlsMode mode(String word, String text) {
        for (TlsMode mode : TlsMode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("not [NAME[:PORT]=]auto|starttls|implicit|off: " + text);
    }

    boolean isForAll() {
        return name == null;
    }

    boolean covers(HostPort server) {
        return isForAll() || MapRule.covers(name, port, server);
    }
}
