package io.github.sim52xx.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host by name or address and a port: {@code mail:2525}, {@code [::1]:25}. */
public record HostPort(String host, int port) {

    /** @throws IllegalArgumentException with one clear line if {@code text} is not HOST:PORT */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not HOST:PORT: " + text);
        }
        return new HostPort(parseHost(text.substring(0, colon), text), parsePort(text.substring(colon + 1), text));
    }

    static int parsePort(String digits, String text) {
        boolean number = digits.matches("[0-9]{1,5}");
        if (!number || Integer.parseInt(digits) > 65535) {
            throw new IllegalArgumentException("not a port (0-65535): " + digits + " in " + text);
        }
        return Integer.parseInt(digits);
    }

    /** A name or an address; an IPv6 address may stand in brackets. */
    static String parseHost(String typed, String text) {
        boolean bracketed = typed.startsWith("[") && typed.endsWith("]");
        String host = bracketed ? typed.substring(1, typed.length() - 1) : typed;
        if (!host.matches("[^\\s\\[\\]]+")) {
            throw new IllegalArgumentException("not a host: " + typed + " in " + text);
        }
        if ((bracketed || host.indexOf(':') >= 0) && !isIpv6(host)) {
            throw new IllegalArgumentException("not an IPv6 address: " + typed + " in " + text);
        }
        return host;
    }

    private static boolean isIpv6(String host) {
        try {
            // What stands in brackets is never looked up.
            return InetAddress.getByName("[" + host + "]") != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
