package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.socket.TcpLink;

/**
 * The network of AT+NETOPEN=,,1: up to ten links, the clients of two servers among them. Confined to the modem's thread.
 */
public final class MultiNetwork implements Network {

    /** Servers have the numbers 0 and 1. */
    public static final int SERVERS = 2;

    private final Links links;

    public MultiNetwork(Modem modem) {
        links = new Links(modem, new OldReports(), true);
    }

    @Override
    public int mode() {
        return 1;
    }

    @Override
    public Links links() {
        return links;
    }

    /** Starts a server. */
    public void serve(int number, int port, Terminal origin) throws NetworkException {
        links.serve(number, port, Server.BACKLOG, origin, this::accepted);
    }

    private void accepted(Server server, TcpLink client) {
        Clients.accept(links, server, client);
    }
}
