package io.github.sim52xx.net;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS underneath a modem that knows nothing of it, so that it can talk to the servers of today. The device of the
 * documents has no such thing. May be used by any thread; trust is read when it is needed first.
 */
public final class Tls {

    /** As the device does it: none. */
    public static final Tls NONE = new Tls(List.of(), new Trust(List.of()));

    /** Where TLS begins with the first byte (RFC 8314). */
    private static final Set<Integer> IMPLICIT_PORTS = Set.of(465, 995);

    private final List<TlsRule> rules;
    private final Trust trust;

    /** @param rules those that name a server count before those that do not; of either the first that fits */
    public Tls(List<TlsRule> rules, Trust trust) {
        this.rules = Stream.concat(
                        rules.stream().filter(rule -> !rule.isForAll()),
                        rules.stream().filter(TlsRule::isForAll))
                .toList();
        this.trust = trust;
    }

    /**
     * How a connection is secured.
     *
     * @param asked what the host code wants to reach
     * @param real where that is
     */
    TlsMode mode(HostPort asked, HostPort real) {
        TlsMode mode = rules.stream()
                .filter(rule -> rule.covers(asked) || rule.covers(real))
                .map(TlsRule::mode)
                .findFirst()
                .orElse(TlsMode.OFF);
        boolean implicitPort = IMPLICIT_PORTS.contains(asked.port()) || IMPLICIT_PORTS.contains(real.port());
        return mode == TlsMode.AUTO && implicitPort ? TlsMode.IMPLICIT : mode;
    }

    /**
     * Secures a connection; blocks until the server has proved who it is.
     *
     * @param name what its certificate has to say
     */
    SSLSocket secure(Socket plain, String name, int port) throws IOException {
        SSLSocket secured = (SSLSocket) trust.sockets().createSocket(plain, name, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        // The rules for HTTPS (RFC 2818) are those of RFC 6125: alternative names first, wildcards for one label.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
