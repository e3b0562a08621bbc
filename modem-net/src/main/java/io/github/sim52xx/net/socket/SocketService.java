package io.github.sim52xx.net.socket;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NameQuery;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.NetworkException.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.mina.transport.socket.nio.NioSession;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;

/**
 * Opens the modem's own sockets: TCP connections, TCP servers and UDP ports, on what the {@link Bearer} carries and
 * where its resolver lets them go. All of them end with the bearer. Confined to the modem's thread.
 */
public final class SocketService implements Part {

    /** Hears where a name leads, on the modem's thread. */
    public interface Whereabouts {
        void found(InetSocketAddress address);

        void failed(NetworkException why);
    }

    /** The host queues so many connections for each that the modem would: it may have much else to do. */
    private static final int QUEUED = 1024;

    /** While the bearer stalls no more clients are taken than that there are so many connections. */
    private static final int MOST_HELD = 64;

    private final Modem modem;
    private final Bearer bearer;
    private SocketWitness witness = SocketWitness.NONE;

    public SocketService(Modem modem) {
        this.modem = modem;
        bearer = modem.part(Bearer.class);
    }

    /** Tells {@code hearer} what passes on all sockets that are opened from now on. */
    public void witnessedBy(SocketWitness hearer) {
        witness = hearer;
    }

    /**
     * Begins to connect.
     *
     * @param localPort the modem's own port, 0 for any
     * @param timeout how long that may take, name server included
     */
    public Dial connect(HostPort target, int localPort, Duration timeout, Dial.Outcome outcome) {
        Dial dial = new Dial(modem, bearer, target, localPort, witness, outcome);
        if (bearer.isUp()) {
            dial.begin(timeout);
        } else {
            modem.execute(dial::lose);
        }
        return dial;
    }

    /**
     * Takes connections on a port of the modem, which is found on loopback unless the resolver's rules say otherwise.
     *
     * @param backlog how many connections may wait until they are taken
     * @throws NetworkException if the port cannot be had or the bearer is down
     */
    public TcpListener listen(int port, int backlog, TcpListener.Owner owner) throws NetworkException {
        requireBearer();
        InetSocketAddress address = bearer.resolver().listening(port);
        NioSocketAcceptor acceptor = Transports.shared().acceptor(session -> accepted(session, port, owner));
        acceptor.setBacklog(backlog * QUEUED);
        try {
            acceptor.bind(address);
        } catch (IOException e) {
            acceptor.dispose();
            throw taken(address, port);
        }
        tellOf(port, acceptor.getLocalAddress());
        return new TcpListener(bearer, acceptor, port);
    }

    /**
     * Opens a UDP port.
     *
     * @param port the modem's own port, 0 for any
     * @throws NetworkException if the port cannot be had or the bearer is down
     */
    public UdpLink udp(int port, UdpLink.Owner owner) throws NetworkException {
        requireBearer();
        InetSocketAddress address = bearer.resolver().listening(port);
        if (bearer.resolver().leadsBeyondLoopback() && address.getAddress().isLoopbackAddress()) {
            // Bound to loopback it could not send anywhere else. It still takes nothing from where it must not go.
            address = new InetSocketAddress(address.getPort());
        }
        try {
            UdpLink link = new UdpLink(modem, bearer, address, witness, owner);
            if (port != 0) {
                tellOf(port, link.local());
            }
            return link;
        } catch (IOException e) {
            throw taken(address, port);
        }
    }

    private void tellOf(int port, InetSocketAddress bound) {
        modem.event(new Listening(port, new HostPort(bound.getAddress().getHostAddress(), bound.getPort())));
    }

    /** On MINA's thread. */
    private void accepted(NioSession session, int port, TcpListener.Owner owner) {
        TcpLink client = take(session);
        if (client == null) {
            session.suspendRead();
            session.closeNow();
            return;
        }
        Transports.lead(session, client);
        client.begin(() -> {
            witness.accepted(client.traffic.witnessedBy(witness), port);
            owner.accepted(client);
        });
    }

    /** Null if there are too many already. MINA has several threads where the host has several processors. */
    private synchronized TcpLink take(NioSession session) {
        return bearer.faults().hold() && bearer.faults().paths() >= MOST_HELD
                ? null
                : new TcpLink(modem, bearer, session);
    }

    private void requireBearer() throws NetworkException {
        if (!bearer.isUp()) {
            throw bearer.noService();
        }
    }

    private static NetworkException taken(InetSocketAddress address, int port) {
        String way = address.getPort() > 0 && address.getPort() < 1024
                ? "; ports below 1024 need root, or another place: --listen " + port + "=127.0.0.1:" + (8000 + port)
                : "; --listen " + port + "=HOST:PORT names another place";
        return new NetworkException(
                Reason.PORT_TAKEN,
                "cannot listen on " + new HostPort(address.getAddress().getHostAddress(), address.getPort()) + way);
    }

    /** Finds out where a host and port really are, if the modem may go there. */
    public void find(HostPort target, Whereabouts asker) {
        NameQuery.ask(
                modem,
                target.host(),
                resolver -> resolver.resolve(target.host(), target.port()),
                address -> {
                    witness.found(target, address);
                    asker.found(address);
                },
                asker::failed);
    }
}
