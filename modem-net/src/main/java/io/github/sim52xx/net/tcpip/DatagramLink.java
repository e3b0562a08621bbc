package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.socket.Datagram;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.socket.UdpLink;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** A UDP port as a link. Confined to the modem's thread. */
public final class DatagramLink implements Link, UdpLink.Owner {

    private final Links links;
    private final int number;
    private final HostPort remote;
    private final Incoming incoming;
    private UdpLink udp;
    private Datagram current;
    private int told;

    /** @param remote where to send to if nothing else is said, or null */
    DatagramLink(Modem modem, Links links, int number, HostPort remote, Terminal origin) {
        this.links = links;
        this.number = number;
        this.remote = remote;
        incoming = new Incoming(modem, origin, this::next);
    }

    /** @param port the modem's own port, 0 for any */
    void open(SocketService sockets, int port) throws NetworkException {
        udp = sockets.udp(port, this);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public HostPort remote() {
        return remote;
    }

    @Override
    public int server() {
        return -1;
    }

    @Override
    public long sent() {
        return udp.sent();
    }

    @Override
    public long received() {
        return udp.received();
    }

    /** Sends a datagram; false if the port is closed. */
    public boolean send(InetSocketAddress target, byte[] bytes) {
        udp.send(target, bytes);
        return udp.isOpen();
    }

    /** The oldest datagram that has arrived, or null. */
    public Datagram receive() {
        return udp.receive();
    }

    @Override
    public void close() {
        stop();
        udp.close();
        links.ended(this);
    }

    @Override
    public void stop() {
        incoming.stop();
    }

    @Override
    public void readable() {
        incoming.available();
    }

    @Override
    public void lost() {
        links.ended(this);
    }

    private Chunk next() {
        if (current == null) {
            current = udp.receive();
            told = 0;
        }
        if (current == null) {
            return null;
        }
        int end = Math.min(told + Links.MAX_CHUNK, current.bytes().length);
        byte[] part = Arrays.copyOfRange(current.bytes(), told, end);
        HostPort source = links.seen(current.source());
        told = end;
        if (end == current.bytes().length) {
            current = null;
        }
        return links.chunk(number, source, part);
    }
}
