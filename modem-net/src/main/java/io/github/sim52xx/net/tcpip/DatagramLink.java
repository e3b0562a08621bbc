package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.socket.Closing;
import io.github.sim52xx.net.socket.Datagram;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.socket.UdpLink;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** A UDP port as a link. Confined to the modem's thread. */
public final class DatagramLink implements Link, UdpLink.Owner {

    private final Modem modem;
    private final Links links;
    private final int number;
    private final HostPort remote;
    private final Terminal origin;
    private final Incoming incoming;
    private TransparentDatagrams transparent;
    private UdpLink udp;
    private Datagram current;
    private int told;

    /** @param remote where to send to if nothing else is said, or null */
    DatagramLink(Modem modem, Links links, int number, HostPort remote, Terminal origin) {
        this.modem = modem;
        this.links = links;
        this.number = number;
        this.remote = remote;
        this.origin = origin;
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
    public HostPort local() {
        return Links.shown(udp.local());
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

    public boolean isOpen() {
        return udp.isOpen();
    }

    /** The session that takes the port's data as it is from now on, and sends to {@code partner}. */
    public TransparentDatagrams transparent(InetSocketAddress partner) {
        transparent = new TransparentDatagrams(modem, this, partner);
        return transparent;
    }

    @Override
    public boolean isTransparent() {
        return transparent != null;
    }

    /** Sends a datagram; false if the port is closed. */
    public boolean send(InetSocketAddress target, byte[] bytes) {
        udp.send(target, bytes);
        return udp.isOpen();
    }

    @Override
    public int available() {
        return udp.available() + (current == null ? 0 : current.bytes().length - told);
    }

    /** The first of them, at most {@code max}, all out of one datagram. */
    public byte[] read(int max) {
        if (!hasCurrent()) {
            return new byte[0];
        }
        int end = Math.min(told + max, current.bytes().length);
        byte[] part = Arrays.copyOfRange(current.bytes(), told, end);
        told = end;
        if (end == current.bytes().length) {
            current = null;
        }
        return part;
    }

    /** The next piece of what has been received, as the settings want it told; null if there is none. */
    public Chunk chunk() {
        if (!hasCurrent()) {
            return null;
        }
        HostPort source = links.seen(current.source());
        return links.chunk(number, source, read(Links.MAX_CHUNK));
    }

    /** Something is to be told that {@link Reports} know of. */
    public void report() {
        incoming.available();
    }

    @Override
    public void close() {
        close(Closing.LOCAL);
    }

    void close(Closing how) {
        stop();
        if (transparent != null) {
            transparent.end(how == Closing.LOCAL ? ResultCode.NO_CARRIER : null);
        }
        if (transparent != null && how != Closing.LOCAL) {
            modem.terminals().report(origin, "CLOSED");
        }
        udp.close();
        links.ended(this, how);
    }

    @Override
    public void stop() {
        incoming.stop();
    }

    @Override
    public void readable() {
        if (transparent != null) {
            transparent.goOn();
        } else {
            incoming.available();
        }
    }

    @Override
    public void lost() {
        links.ended(this, Closing.NETWORK_LOST);
    }

    private Chunk next() {
        return transparent == null ? links.reports().arrived(this) : null;
    }

    /** True if there is something to {@link #read}. */
    boolean hasCurrent() {
        if (current == null) {
            current = udp.receive();
            told = 0;
        }
        return current != null;
    }
}
