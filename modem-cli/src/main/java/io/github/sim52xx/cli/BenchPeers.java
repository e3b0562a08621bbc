package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.TcpWire;
import io.github.sim52xx.cli.transcript.Wire;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.ListenRule;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.socket.Listening;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is at the other end of the modem's sockets, as the fixtures of a transcript want it: servers under the name {@link
 * Fixture#PEER}, and clients of the modem's own servers. What the modem tells may come from any thread; everything else
 * is used by one.
 */
final class BenchPeers implements Closeable {

    private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();

    private final List<Closeable> servers = new ArrayList<>();
    private final PlayedPeers played = new PlayedPeers();
    private final List<MapRule> names = new ArrayList<>();
    private final List<ListenRule> listening = new ArrayList<>();
    private final List<Wire> clients = new ArrayList<>();
    /** By the port as the transcript calls it. */
    private final Map<Integer, HostPort> places = new HashMap<>();

    BenchPeers(Collection<Fixture> fixtures) throws IOException {
        for (Fixture fixture : fixtures) {
            if (fixture instanceof Fixture.TcpServer wanted) {
                PeerServer server = new PeerServer(wanted, 0);
                servers.add(server);
                name(wanted.port(), server.port());
            } else if (fixture instanceof Fixture.UdpEcho wanted) {
                UdpEcho echo = new UdpEcho(0);
                servers.add(echo);
                name(wanted.port(), echo.port());
            } else if (fixture instanceof Fixture.Peer wanted) {
                int really = played.open(wanted, 0);
                names.add(new MapRule(wanted.at().host(), wanted.at().port(), new HostPort(LOOPBACK, really)));
            } else if (fixture instanceof Fixture.TcpClients wanted) {
                listening.add(new ListenRule(wanted.port(), new HostPort(LOOPBACK, 0)));
            }
        }
    }

    /** True if this is where the fixture is brought about. */
    static boolean provides(Fixture fixture) {
        return fixture instanceof Fixture.TcpServer
                || fixture instanceof Fixture.UdpEcho
                || fixture instanceof Fixture.Peer
                || fixture instanceof Fixture.TcpClients;
    }

    /** Where the names of the servers lead. */
    List<MapRule> names() {
        return names;
    }

    /** Where the modem's own servers really listen. */
    List<ListenRule> listening() {
        return listening;
    }

    /** Remembers where the modem's servers are. */
    synchronized void hear(ModemEvent event) {
        if (event instanceof Listening server) {
            places.put(server.port(), server.at());
            played.modemIsAt(server.at().port());
        }
    }

    /** Waits for the modem to connect. */
    Wire accept(Fixture.Peer there) throws IOException {
        return played.accept(there);
    }

    /** Connects to a server of the modem. */
    Wire connect(int port) throws IOException {
        HostPort place = place(port);
        if (place == null) {
            throw new IOException("no server of the modem has been started on port " + port);
        }
        Wire client = new TcpWire(new InetSocketAddress(place.host(), place.port()));
        clients.add(client);
        return client;
    }

    @Override
    public void close() throws IOException {
        for (Wire client : clients) {
            client.close();
        }
        played.close();
        for (Closeable server : servers) {
            server.close();
        }
    }

    private synchronized HostPort place(int port) {
        return places.get(port);
    }

    private void name(int port, int really) {
        names.add(new MapRule(Fixture.PEER, port, new HostPort(LOOPBACK, really)));
    }
}
