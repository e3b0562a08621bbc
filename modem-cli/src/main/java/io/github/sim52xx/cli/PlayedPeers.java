package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.TcpWire;
import io.github.sim52xx.cli.transcript.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Those to whom a modem goes while a transcript is played that has their part in it, {@code peer 2 accepts
 * server.example:7001}. All are on loopback. Used by one thread, but for {@link #modemIsAt}.
 */
final class PlayedPeers implements Closeable {

    private static final int BACKLOG = 64;
    /** Only for a modem that does not come at all. */
    private static final int PATIENCE_MILLIS = 20_000;

    private final Map<Fixture.Peer, ServerSocket> servers = new HashMap<>();
    private final Map<Fixture.Peer, DatagramWire> datagrams = new HashMap<>();
    private final List<Wire> accepted = new ArrayList<>();

    /** The UDP port that the modem opened last; 0 for none. */
    private volatile int modem;

    /**
     * Is there from now on.
     *
     * @param port where, 0 for any that is free
     * @return where
     */
    int open(Fixture.Peer peer, int port) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        if (peer.datagrams()) {
            DatagramSocket socket = new DatagramSocket(port, here);
            datagrams.put(peer, new DatagramWire(socket, () -> modem));
            return socket.getLocalPort();
        }
        ServerSocket server = new ServerSocket(port, BACKLOG, here);
        server.setSoTimeout(PATIENCE_MILLIS);
        servers.put(peer, server);
        return server.getLocalPort();
    }

    /** The modem may be found at that port, if one sends to it unasked. */
    void modemIsAt(int port) {
        modem = port;
    }

    /**
     * The connection that the modem makes, or the peer itself if it speaks UDP.
     *
     * @throws java.net.SocketTimeoutException if it makes none in time
     */
    Wire accept(Fixture.Peer peer) throws IOException {
        if (peer.datagrams()) {
            return datagrams.get(peer);
        }
        Wire wire = new TcpWire(servers.get(peer).accept());
        accepted.add(wire);
        return wire;
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : accepted) {
            wire.close();
        }
        for (ServerSocket server : servers.values()) {
            server.close();
        }
        datagrams.values().forEach(DatagramWire::close);
    }
}
