package io.github.sim52xx.net;

/** A host by name or address and a port: {@code mail:2525}, {@code [::1]:25}. */
public record HostPort(String host, int port) {

    /** @throws IllegalArgumentException with one clear line if {@code text} is not HOST:PORT */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not HOST:PORT: " + text);
        }
        return new HostPort(withoutBrackets(text.substring(0, colon)), parsePort(text.substring(colon + 1), text));
    }

    static int parsePort(String digits, String text) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with a number out of range.
        }
        throw new IllegalArgumentException("not a port (0-65535): " + digits + " in " + text);
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
