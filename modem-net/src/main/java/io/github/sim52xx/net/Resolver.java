package io.github.sim52xx.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The modem's DNS, NAT and firewall: finds out where a host and port really are, and whether the modem may go there.
 * Mapped names lead where they are mapped to; loopback is always allowed; anything else needs an allow rule. A name
 * that no rule covers is not even looked up. It also says which connections get TLS underneath. But for the
 * {@linkplain DnsAnswers answers} that it has given it is immutable; may be used by any thread, and blocks while it
 * looks names up.
 */
public final class Resolver {

    private static final String LOCAL_NAME = "localhost";
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** Where a host that is pinged is likely to say something, be it that it refuses. */
    private static final int USUAL_PORT = 443;

    private final DnsAnswers answers = new DnsAnswers();
    private final List<MapRule> map;
    private final List<AllowRule> allowed;
    private final Tls tls;
    private final List<ListenRule> listening;

    /** Without TLS. */
    public Resolver(List<MapRule> map, List<AllowRule> allowed) {
        this(map, allowed, Tls.NONE);
    }

    /** @param map the first rule that matches counts */
    public Resolver(List<MapRule> map, List<AllowRule> allowed, Tls tls) {
        this(map, allowed, tls, List.of());
    }

    /** @param listening where the modem's own servers listen, if not at their port on loopback */
    public Resolver(List<MapRule> map, List<AllowRule> allowed, Tls tls, List<ListenRule> listening) {
        this.map = List.copyOf(map);
        this.allowed = List.copyOf(allowed);
        this.tls = tls;
        this.listening = List.copyOf(listening);
    }

    /**
     * Where a server of the modem on {@code port} really listens: on loopback, unless a rule says something else.
     *
     * @throws NetworkException if the rule names a host that is unknown
     */
    public InetSocketAddress listening(int port) throws NetworkException {
        for (ListenRule rule : listening) {
            if (rule.port() == port) {
                return new InetSocketAddress(
                        lookUp(rule.target().host()), rule.target().port());
            }
        }
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** True if something leads beyond loopback, so that sockets must not be bound to it. */
    public boolean leadsBeyondLoopback() {
        return !allowed.isEmpty()
                || map.stream()
                        .anyMatch(rule -> !isLocalName(rule.target().host())
                                && !rule.target().host().startsWith("127.")
                                && !rule.target().host().equals("::1"));
    }

    Tls tls() {
        return tls;
    }

    /**
     * Where {@code host} and {@code port} really are.
     *
     * @throws NetworkException if the name is unknown or the modem may not go there
     */
    public InetSocketAddress resolve(String host, int port) throws NetworkException {
        return route(host, port).address();
    }

    /**
     * The address that the modem's DNS gives for a name: to a mapped name one that stands for it, whatever the port.
     *
     * @throws NetworkException if the name is unknown or the modem may not go there
     */
    public String addressOf(String host) throws NetworkException {
        if (isLiteral(host)) {
            return host;
        }
        if (isMapped(host)) {
            return answers.addressOf(host);
        }
        if (!isLocalName(host) && !isAllowedSomewhere(host, host)) {
            throw notAllowed(host);
        }
        InetAddress address = lookUp(host);
        if (!address.isLoopbackAddress()) {
            answers.given(address.getHostAddress(), host);
        }
        return address.getHostAddress();
    }

    /**
     * The name that belongs to an address.
     *
     * @throws NetworkException if there is none or the modem may not go there
     */
    public String nameOf(String address) throws NetworkException {
        String name = answers.nameOf(address);
        if (name != null) {
            return name;
        }
        if (!isLiteral(address)) {
            throw unknown(address);
        }
        InetAddress literal = lookUp(address);
        if (literal.isLoopbackAddress()) {
            return LOCAL_NAME;
        }
        if (!isAllowedSomewhere(address, address)) {
            throw notAllowed(address);
        }
        String found = literal.getCanonicalHostName();
        if (found.equals(literal.getHostAddress())) {
            throw unknown(address);
        }
        return found;
    }

    /**
     * Whom to ask for an echo of that host.
     *
     * @throws NetworkException if the name is unknown or the modem may not go there
     */
    Echo echo(String host) throws NetworkException {
        String name = named(host);
        String address = addressOf(host);
        for (MapRule rule : map) {
            if (rule.isFor(name)) {
                HostPort target = rule.target();
                int port = rule.port() == MapRule.ANY_PORT ? target.port() : rule.port();
                return new Echo(address, lookUp(target.host()).isLoopbackAddress(), new HostPort(name, port));
            }
        }
        boolean near = lookUp(address).isLoopbackAddress();
        if (!near && !isAllowedSomewhere(name, address)) {
            throw notAllowed(host);
        }
        int port = allowed.stream()
                .filter(rule -> rule.port() != MapRule.ANY_PORT && rule.allowsSomePort(name, address))
                .mapToInt(AllowRule::port)
                .findFirst()
                .orElse(USUAL_PORT);
        return new Echo(address, near, new HostPort(address, port));
    }

    /** As {@link #resolve}, with what else has to be known of the way. */
    Route route(String host, int port) throws NetworkException {
        String name = named(host);
        HostPort asked = new HostPort(name, port);
        for (MapRule rule : map) {
            if (rule.matches(host, port) || rule.matches(name, port)) {
                return route(asked, rule.target());
            }
        }
        return new Route(unmapped(isMapped(name) ? name : host, name, port), name, tls.mode(asked, asked));
    }

    /** A certificate is for the name of the real server, if there is one: addresses and this host have none to show. */
    private Route route(HostPort asked, HostPort target) throws NetworkException {
        boolean nameless = isLiteral(target.host()) || isLocalName(target.host());
        return new Route(
                new InetSocketAddress(lookUp(target.host()), target.port()),
                nameless ? asked.host() : target.host(),
                tls.mode(asked, target));
    }

    /** @param name what {@code host} was given for by the DNS, or {@code host} itself */
    private InetSocketAddress unmapped(String host, String name, int port) throws NetworkException {
        boolean literal = isLiteral(host);
        if (!literal && !isLocalName(host) && !isAllowed(host, host, port)) {
            throw notAllowed(host, port);
        }
        InetAddress address = lookUp(host);
        if (!address.isLoopbackAddress() && !isAllowed(name, address.getHostAddress(), port)) {
            throw notAllowed(host, port);
        }
        return new InetSocketAddress(address, port);
    }

    private String named(String host) {
        String name = answers.nameOf(host);
        return name == null ? host : name;
    }

    /** True if some port of that name is mapped. */
    private boolean isMapped(String name) {
        return map.stream().anyMatch(rule -> rule.isFor(name));
    }

    private boolean isAllowedSomewhere(String name, String address) {
        return allowed.stream().anyMatch(rule -> rule.allowsSomePort(name, address));
    }

    /** True if a datagram from there may come in. */
    public boolean admits(InetSocketAddress source) {
        InetAddress address = source.getAddress();
        return address.isLoopbackAddress()
                || isAllowed(named(address.getHostAddress()), address.getHostAddress(), source.getPort())
                || map.stream()
                        .anyMatch(rule -> rule.target().host().equals(address.getHostAddress())
                                && rule.target().port() == source.getPort());
    }

    /**
     * Where a datagram comes from as the modem sees it: from where host code sends to, if a rule maps that.
     */
    public HostPort seen(InetSocketAddress source) {
        String address = source.getAddress().getHostAddress();
        for (MapRule rule : map) {
            if (rule.target().equals(new HostPort(address, source.getPort()))) {
                return new HostPort(
                        isLiteral(rule.name()) ? rule.name() : address,
                        rule.port() == MapRule.ANY_PORT ? source.getPort() : rule.port());
            }
        }
        return new HostPort(address, source.getPort());
    }

    private boolean isAllowed(String name, String address, int port) {
        return allowed.stream().anyMatch(rule -> rule.allows(name, address, port));
    }

    private static InetAddress lookUp(String host) throws NetworkException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw unknown(host);
        }
    }

    private static NetworkException unknown(String host) {
        return new NetworkException(NetworkException.Reason.UNKNOWN_HOST, "unknown host " + host);
    }

    private static NetworkException notAllowed(String host) {
        return new NetworkException(
                NetworkException.Reason.NOT_ALLOWED,
                host + " is neither loopback nor mapped; open it with --map " + host + "=HOST:PORT or --allow-net "
                        + host);
    }

    private static NetworkException notAllowed(String host, int port) {
        HostPort asked = new HostPort(host, port);
        return new NetworkException(
                NetworkException.Reason.NOT_ALLOWED,
                asked + " is neither loopback nor mapped; open it with --map " + asked + "=HOST:PORT or --allow-net "
                        + asked);
    }

    private static boolean isLocalName(String host) {
        return host.equalsIgnoreCase(LOCAL_NAME);
    }

    /** True if looking it up asks no name server. */
    static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }
}
