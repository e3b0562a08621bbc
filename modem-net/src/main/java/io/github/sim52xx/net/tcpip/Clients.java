package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.socket.TcpLink;

/** What the older set of commands does with the clients of a server. */
final class Clients {

    private Clients() {}

    /** Gives the client a number, if there is one, and reports {@code +CLIENT: 192.0.2.1:1024}. */
    static void accept(Links links, Server server, TcpLink client) {
        int number = links.free();
        if (number < 0) {
            client.close();
            return;
        }
        HostPort remote = Links.shown(client.remote());
        links.add(number, client, remote, server.number(), server.origin()).begin("+CLIENT: " + remote);
    }
}
