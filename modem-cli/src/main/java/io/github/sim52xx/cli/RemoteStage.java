package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.DeviceWire;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.Stage;
import io.github.sim52xx.cli.transcript.TcpWire;
import io.github.sim52xx.cli.transcript.Wire;
import io.github.sim52xx.cli.world.Intervention;
import io.github.sim52xx.modem.SystemTime;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.HostPort;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A modem somewhere else: on a TCP port, where each connection is a terminal, or on a serial port or PTY, which is one.
 * What is around it is its owner's business, unless it is a simulator with a control port. The servers that transcripts
 * ask for are on this host, at the ports by which they are called. Used by one thread.
 */
final class RemoteStage implements Stage, Closeable {

    private final String target;
    private final int baud;
    /** Null if what is around the modem cannot be reached. */
    private final RemoteWorld world;

    private final Time time = new SystemTime();
    private final Map<Integer, Wire> wires = new TreeMap<>();

    private final List<Wire> clients = new ArrayList<>();
    private final PlayedPeers played = new PlayedPeers();
    private final List<Closeable> servers = new ArrayList<>();

    /**
     * @param target {@code HOST:PORT} or a path
     * @param world null if what is around the modem cannot be reached
     */
    RemoteStage(String target, int baud, RemoteWorld world) {
        this.target = target;
        this.baud = baud;
        this.world = world;
    }

    /** True for a path, false for an address. */
    static boolean isDevice(String target) {
        return target.indexOf('/') >= 0 || Files.exists(Path.of(target));
    }

    @Override
    public void given(Fixture fixture) throws IOException {
        // Of all the others the user has been told that he needs them.
        try {
            if (fixture instanceof Fixture.TcpServer wanted) {
                servers.add(new PeerServer(wanted, wanted.port()));
            } else if (fixture instanceof Fixture.UdpEcho wanted) {
                servers.add(new UdpEcho(wanted.port()));
            } else if (fixture instanceof Fixture.Peer wanted) {
                played.open(wanted, wanted.at().port());
            }
        } catch (IOException e) {
            throw new IOException("there cannot be " + fixture.precondition() + ": " + e.getMessage(), e);
        }
    }

    /** What somebody has to do for a fixture. */
    static String needs(Fixture fixture) {
        if (fixture instanceof Fixture.Peer peer) {
            return toLeadHere(peer.at().toString(), peer.at().port());
        }
        int port = fixture instanceof Fixture.TcpServer server
                ? server.port()
                : fixture instanceof Fixture.UdpEcho echo ? echo.port() : 0;
        String rule = Fixture.PEER + ":" + port;
        return port == 0 ? fixture.precondition() : toLeadHere(rule, port);
    }

    private static String toLeadHere(String rule, int port) {
        return rule + " to lead to this host: sim52xx run --map " + rule + "=127.0.0.1:" + port;
    }

    @Override
    public Wire peer(Fixture.Peer there) throws IOException {
        try {
            return played.accept(there);
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "the modem has not come: it needs " + needs(there)
                            + "; real hardware can be led here by its network only",
                    e);
        }
    }

    @Override
    public Wire terminal(int terminal) throws IOException {
        Wire wire = wires.get(terminal);
        if (wire == null) {
            wire = isDevice(target) ? openDevice(terminal) : connect();
            wires.put(terminal, wire);
        }
        return wire;
    }

    @Override
    public void unplug(int terminal) throws IOException {
        Wire wire = wires.remove(terminal);
        if (wire != null) {
            wire.close();
        }
    }

    @Override
    public void intervene(Intervention intervention) throws IOException {
        if (world == null) {
            throw new IOException("cannot be done at " + target
                    + " unless that is a simulator whose control port is named with --control");
        }
        world.apply(intervention);
    }

    @Override
    public Wire client(int port) throws IOException {
        HostPort server = world == null ? beside(port) : world.server(port);
        if (server == null) {
            throw new IOException("no server of the modem has been started on port " + port);
        }
        try {
            Wire client = new TcpWire(new InetSocketAddress(server.host(), server.port()));
            clients.add(client);
            return client;
        } catch (IOException e) {
            throw new IOException(
                    "nobody listens at " + server + " (" + e.getMessage()
                            + "); with --control a simulator says where its modem does",
                    e);
        }
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public boolean skip(Duration step) {
        return false;
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
        for (Wire wire : wires.values()) {
            wire.close();
        }
    }

    /** Where a simulator listens unless it has been told otherwise. */
    private HostPort beside(int port) throws IOException {
        if (isDevice(target)) {
            throw new IOException("nobody knows the address of the modem at " + target
                    + " unless that is a simulator whose control port is named with --control");
        }
        return new HostPort(Values.address(target).getHostString(), port);
    }

    private Wire openDevice(int terminal) throws IOException {
        if (terminal > 1) {
            throw new IOException(target + " is one terminal only, and this transcript needs more");
        }
        return new DeviceWire(Path.of(target), baud);
    }

    private Wire connect() throws IOException {
        InetSocketAddress address = Values.address(target);
        try {
            return new TcpWire(address);
        } catch (IOException e) {
            throw new IOException("cannot connect to " + target + ": " + e.getMessage(), e);
        }
    }
}
