package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.socket.TcpLink;

/**
 * The network of AT+NETOPEN="TCP" and AT+NETOPEN="UDP": one connection, one server with up to ten clients, or one UDP
 * port. Confined to the modem's thread.
 */
public final class SingleNetwork implements Network {

    /** The number of a connection that no server has accepted, and of the UDP port. */
    public static final int ALONE = 255;

    private static final int SERVER = 0;

    private final boolean udp;
    private final int port;
    private final boolean portGiven;
    private final Links links;
    private StreamLink active;

    /** @param port the modem's own port, -1 if +NETOPEN has named none */
    public SingleNetwork(Modem modem, boolean udp, int port) {
        this.udp = udp;
        this.port = Math.max(port, 0);
        portGiven = port >= 0;
        links = new Links(modem, new OldReports(), false);
    }

    @Override
    public int mode() {
        return 0;
    }

    @Override
    public Links links() {
        return links;
    }

    public boolean isUdp() {
        return udp;
    }

    /** The modem's own port, 0 for any. */
    public int port() {
        return port;
    }

    /** True if +NETOPEN has named a port, which no other can replace then. */
    public boolean portGiven() {
        return portGiven;
    }

    /** The connection that the modem has made, or null. */
    public StreamLink connection() {
        return links.get(ALONE) instanceof StreamLink link ? link : null;
    }

    /** The same as the DTE knows it, which may be one whose end it has not been told. */
    public StreamLink knownConnection() {
        return links.known(ALONE) instanceof StreamLink link ? link : null;
    }

    /** The UDP port, or null. */
    public DatagramLink datagrams() {
        return links.get(ALONE) instanceof DatagramLink link ? link : null;
    }

    public boolean isListening() {
        return links.server(SERVER) != null;
    }

    /** Starts the server. */
    public void serve(int serverPort, Terminal origin) throws NetworkException {
        links.serve(SERVER, serverPort, Server.BACKLOG, origin, this::accepted);
    }

    /** Ends the server; its clients go with it. */
    public void stopServing() {
        links.closeServer(SERVER);
        links.all().forEach(Link::close);
    }

    /** The client that +ACTCLIENT has chosen, or null. */
    public StreamLink active() {
        return active != null && active.isOpen() ? active : null;
    }

    /** +ACTCLIENT. */
    public void activate(StreamLink client) {
        active = client;
    }

    private void accepted(Server server, TcpLink client) {
        Clients.accept(links, server, client);
    }
}
