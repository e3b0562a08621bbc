package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.SocketSettings;
import io.github.sim52xx.net.socket.Closing;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.socket.TcpLink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The links and servers of an open network, by number. The number of a link that has ended is free as soon as the DTE
 * has been told of the end: until then it takes the number for the old link's. Confined to the modem's thread.
 */
public final class Links {

    /** Links have the numbers 0 to 9. */
    public static final int COUNT = 10;
    /** Received data is told in pieces of at most so many bytes. */
    public static final int MAX_CHUNK = 1460;

    private final Modem modem;
    private final Reports reports;
    private final boolean numbered;
    private final TreeMap<Integer, Link> open = new TreeMap<>();
    private final TreeMap<Integer, Attempt> attempts = new TreeMap<>();
    private final TreeMap<Integer, Server> servers = new TreeMap<>();
    /** Those that have something left to tell, or may yet. */
    private final Set<StreamLink> untold = new HashSet<>();

    private Runnable allTold = () -> {};

    /** @param numbered whether the DTE may be told the number of a link ({@code +RECEIVE}) */
    public Links(Modem modem, Reports reports, boolean numbered) {
        this.modem = modem;
        this.reports = reports;
        this.numbered = numbered;
    }

    Reports reports() {
        return reports;
    }

    /** The link of that number, or null. */
    public Link get(int number) {
        return open.get(number);
    }

    /** The link of that number as the DTE knows it, which is one whose end it has not been told, or null. */
    public Link known(int number) {
        Link link = get(number);
        return link != null
                ? link
                : untold.stream()
                        .filter(ended -> ended.number() == number && !ended.isEndTold())
                        .findFirst()
                        .orElse(null);
    }

    /** All that are open, by ascending numbers. */
    public List<Link> all() {
        return List.copyOf(open.values());
    }

    /** The lowest number from 0 to 9 that is free, or -1. */
    public int free() {
        return free(number -> true);
    }

    /** As {@link #free()}, among those that are {@code suitable}. */
    public int free(IntPredicate suitable) {
        return IntStream.range(0, COUNT)
                .filter(number -> !isTaken(number) && suitable.test(number))
                .findFirst()
                .orElse(-1);
    }

    /**
     * Makes a link of a connection; {@link StreamLink#begin} starts its reports.
     *
     * @param remote the other end as host code calls it
     * @param server the server that has accepted it, or -1
     * @param origin the terminal that gets the reports
     */
    public StreamLink add(int number, TcpLink tcp, HostPort remote, int server, Terminal origin) {
        StreamLink link = new StreamLink(modem, this, number, tcp, remote, server, origin);
        SocketSettings settings = SocketSettings.of(modem);
        if (settings.keepAlive()) {
            try {
                tcp.keepAlive((int) settings.keepAliveIdle().toMinutes(), settings.keepAliveTries());
            } catch (IOException e) {
                // The connection has just been lost, which it will tell.
            }
        }
        open.put(number, link);
        untold.add(link);
        listener().opened(link);
        return link;
    }

    /** True if nothing is open, listening or being opened. */
    public boolean isEmpty() {
        return open.isEmpty() && attempts.isEmpty() && servers.isEmpty();
    }

    /** True if a link of that number is being opened. */
    public boolean isConnecting(int number) {
        return attempts.containsKey(number);
    }

    /** True if a link of that number is open or being opened, or if its end has not been told. */
    public boolean isTaken(int number) {
        return attempts.containsKey(number) || known(number) != null;
    }

    /**
     * Begins to connect.
     *
     * @param localPort the modem's own port, 0 for any
     * @param origin the terminal that gets the link's reports
     */
    public void connect(int number, HostPort target, int localPort, Terminal origin, Attempt.Outcome outcome) {
        Attempt attempt = new Attempt(this, number, target, origin, outcome);
        attempts.put(number, attempt);
        attempt.begin(modem, localPort);
    }

    /** An attempt is over. */
    void decided(Attempt attempt) {
        attempts.remove(attempt.number(), attempt);
    }

    /**
     * Opens a UDP port.
     *
     * @param port the modem's own port, 0 for any
     * @param remote where to send to if nothing else is said, or null
     * @throws NetworkException if the port cannot be had
     */
    public DatagramLink addUdp(int number, int port, HostPort remote, Terminal origin) throws NetworkException {
        DatagramLink link = new DatagramLink(modem, this, number, remote, origin);
        link.open(modem.part(SocketService.class), port);
        open.put(number, link);
        listener().opened(link);
        return link;
    }

    // ---- servers

    /** The server of that number, or null. */
    public Server server(int number) {
        return servers.get(number);
    }

    public List<Server> servers() {
        return List.copyOf(servers.values());
    }

    /**
     * Starts a server.
     *
     * @param backlog how many clients may wait until they are taken
     * @throws NetworkException if the port cannot be had
     */
    public void serve(int number, int port, int backlog, Terminal origin, Server.Door door) throws NetworkException {
        Server server = new Server(modem, number, port, backlog, origin, door);
        servers.put(number, server);
        listener().listening(server);
    }

    /** Ends a server; its clients stay. */
    public void closeServer(int number) {
        Server server = servers.remove(number);
        server.close();
        listener().stopped(server);
    }

    // ---- the end

    /** Closes everything. */
    public void close() {
        giveUp();
        servers().forEach(server -> closeServer(server.number()));
        all().forEach(Link::close);
        Set.copyOf(untold).forEach(Link::close);
    }

    /** Tells nothing more of anything. */
    public void stop() {
        Set.copyOf(untold).forEach(Link::stop);
        all().forEach(Link::stop);
    }

    /** Everything has been lost; {@code done} is run when all that came before has been told. */
    public void lose(Runnable done) {
        giveUp();
        servers().forEach(server -> closeServer(server.number()));
        allTold = done;
        for (Link link : new ArrayList<>(open.values())) {
            if (link instanceof StreamLink stream) {
                stream.closed(Closing.NETWORK_LOST);
            } else if (link instanceof DatagramLink datagrams) {
                datagrams.close(Closing.NETWORK_LOST);
            }
        }
        // Last words that wait for ATO do not keep the loss from being told.
        untold.removeIf(Link::isTransparent);
        checkTold();
    }

    private SocketListener listener() {
        return modem.part(TcpIp.class).listener();
    }

    private void giveUp() {
        List.copyOf(attempts.values()).forEach(Attempt::giveUp);
    }

    void ended(Link link, Closing how) {
        if (open.remove(link.number(), link)) {
            listener().closed(link, how);
        }
    }

    void told(StreamLink link) {
        untold.remove(link);
        checkTold();
    }

    private void checkTold() {
        if (untold.isEmpty()) {
            Runnable done = allTold;
            allTold = () -> {};
            done.run();
        }
    }

    // ---- received data

    /** A piece of what has been received, with what +CIPSRIP, +CIPHEAD and +CIPCCFG want in front of it. */
    public Chunk chunk(int number, HostPort source, byte[] data) {
        SocketSettings settings = SocketSettings.of(modem);
        List<String> lines = new ArrayList<>(2);
        if (settings.showSource()) {
            lines.add("RECV FROM:" + source);
        }
        if (settings.header()) {
            lines.add(
                    numbered && settings.receiveHeader()
                            ? "+RECEIVE," + number + "," + data.length
                            : "+IPD" + data.length);
        }
        return new Chunk(String.join("\n", lines), data);
    }

    HostPort seen(InetSocketAddress source) {
        return modem.part(Bearer.class).resolver().seen(source);
    }

    static HostPort shown(InetSocketAddress address) {
        return new HostPort(address.getAddress().getHostAddress(), address.getPort());
    }
}
