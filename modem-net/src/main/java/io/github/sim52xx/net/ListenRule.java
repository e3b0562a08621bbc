package io.github.sim52xx.net;

/**
 * Where a port of the modem's own servers really listens: {@code 80=127.0.0.1:8080}.
 *
 * @param port what the host code calls it
 * @param target where it is on this machine; port 0 takes any free one
 */
public record ListenRule(int port, HostPort target) {

    /** @throws IllegalArgumentException with one clear line if {@code text} is not PORT=HOST:PORT */
    public static ListenRule parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("not PORT=HOST:PORT: " + text);
        }
        int port = HostPort.parsePort(text.substring(0, equals), text);
        if (port == 0) {
            throw new IllegalArgumentException("a server of the modem is never on port 0: " + text);
        }
        return new ListenRule(port, HostPort.parse(text.substring(equals + 1)));
    }
}
