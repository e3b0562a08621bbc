package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.tcpip.Link;
import io.github.sim52xx.net.tcpip.MultiNetwork;
import io.github.sim52xx.net.tcpip.Network;
import io.github.sim52xx.net.tcpip.SingleNetwork;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.util.List;

/** The commands that only the older set has: one connection, one UDP port, and the clients of servers. */
public final class SingleSocketCommands implements CommandSet<Modem> {

    private static final int MAX_LENGTH = 1024;
    private static final int MAX_CLIENT = 9;

    @Override
    public String subject() {
        return "One socket, manual 18.10 to 18.16";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows(modem -> modem.part(TcpIp.class));
        at.command("+TCPCONNECT", "connect to a TCP server, after AT+NETOPEN=\"TCP\"")
                .needsSim()
                .write("<server_IP>,<port>", SingleSocketCommands::connect)
                .example("AT+TCPCONNECT=\"server.example\",7001");
        at.command("+TCPWRITE", "send data over the connection or to the active client")
                .needsSim()
                .write("<length>", SingleSocketCommands::write)
                .example("AT+TCPWRITE=10");
        at.command("+TCPCLOSE", "close the connection or a server")
                .needsSim()
                .write("<index>", SingleSocketCommands::close)
                .execute(SingleSocketCommands::close);
        at.command("+UDPSEND", "send a datagram, after AT+NETOPEN=\"UDP\"")
                .needsSim()
                .write("<length>,<IP_address>,<port>", SingleSocketCommands::sendDatagram)
                .example("AT+UDPSEND=10,\"server.example\",7002");
        at.command("+LISTCLIENT", "clients of the servers").needsSim().execute(SingleSocketCommands::list);
        at.command("+ACTCLIENT", "choose the client that +TCPWRITE sends to")
                .needsSim()
                .write("<client_index>", SingleSocketCommands::activate)
                .example("AT+ACTCLIENT=0");
        at.command("+CLOSECLIENT", "disconnect a client")
                .needsSim()
                .write("<client_index>", SingleSocketCommands::closeClient)
                .example("AT+CLOSECLIENT=0");
    }

    /** {@code AT+TCPCONNECT="192.0.2.1",80} → {@code Connect ok}. */
    private static Reply connect(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        String host = SocketParameters.host(parameters);
        int port = SocketParameters.port(parameters);
        parameters.end();
        if (port > SocketParameters.MAX_PORT) {
            return tcpIp.refuse(IpError.PORT_OVERFLOW);
        }
        if (!(tcpIp.network() instanceof SingleNetwork network) || network.isUdp()) {
            return unsuited(tcpIp);
        }
        if (network.links().isTaken(SingleNetwork.ALONE)) {
            return tcpIp.refuse(IpError.CONNECTION_ALREADY_CREATED);
        }
        if (network.isListening()) {
            return tcpIp.refuse(IpError.OPERATION_NOT_SUPPORTED);
        }
        OldConnecting connecting = new OldConnecting(tcpIp, call, "+TCPCONNECT", true);
        network.links()
                .connect(SingleNetwork.ALONE, new HostPort(host, port), network.port(), call.terminal(), connecting);
        return connecting.reply();
    }

    /** {@code AT+TCPWRITE=5}, the prompt, five bytes. */
    private static Reply write(TcpIp tcpIp, Call call) {
        int length = call.parameters().integer("<length>", 1, MAX_LENGTH);
        call.parameters().end();
        if (!(tcpIp.network() instanceof SingleNetwork network) || network.isUdp()) {
            return unsuited(tcpIp);
        }
        StreamLink link = network.isListening() ? network.active() : network.connection();
        if (link == null) {
            return tcpIp.refuse(withoutPartner(network));
        }
        return new OldSending(tcpIp, call, "+TCPWRITE").to(link, length);
    }

    private static IpError withoutPartner(SingleNetwork network) {
        if (!network.isListening()) {
            return IpError.CONNECTION_NOT_CREATED;
        }
        return network.links().all().isEmpty() ? IpError.NO_CLIENTS_CONNECTED : IpError.NO_ACTIVE_CLIENT;
    }

    /** {@code AT+UDPSEND=5,"192.0.2.1",80}, the prompt, five bytes. */
    private static Reply sendDatagram(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        int length = parameters.integer("<length>", 1, MAX_LENGTH);
        String host = SocketParameters.host(parameters);
        int port = SocketParameters.port(parameters);
        parameters.end();
        if (port > SocketParameters.MAX_PORT) {
            return tcpIp.refuse(IpError.PORT_OVERFLOW);
        }
        if (!(tcpIp.network() instanceof SingleNetwork network) || !network.isUdp()) {
            return unsuited(tcpIp);
        }
        return new OldSending(tcpIp, call, "+UDPSEND").to(network.datagrams(), length, new HostPort(host, port));
    }

    /** {@code AT+TCPCLOSE}: the connection, or else the server; {@code AT+TCPCLOSE=1}: that server. */
    private static Reply close(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        boolean named = parameters.hasNext();
        int index = parameters.integerOr("<index>", 0, MultiNetwork.SERVERS - 1, 0);
        parameters.end();
        Network network = tcpIp.network();
        if (network instanceof SingleNetwork single && !single.isUdp() && !named) {
            return close(tcpIp, single);
        }
        if (!(network instanceof MultiNetwork)) {
            return unsuited(tcpIp);
        }
        if (network.links().server(index) == null) {
            return tcpIp.refuse(IpError.CONNECTION_NOT_CREATED);
        }
        network.links().closeServer(index);
        network.links().all().stream().filter(link -> link.server() == index).forEach(Link::close);
        return Response.ok();
    }

    private static Reply close(TcpIp tcpIp, SingleNetwork network) {
        if (network.knownConnection() != null) {
            network.knownConnection().close();
        } else if (network.isListening()) {
            network.stopServing();
        } else {
            return tcpIp.refuse(IpError.CONNECTION_NOT_CREATED);
        }
        return Response.ok();
    }

    /** {@code AT+LISTCLIENT} → {@code +LISTCLIENT: 0, 192.0.2.1, 1024}. */
    private static Reply list(TcpIp tcpIp, Call call) {
        if (!isOld(tcpIp)) {
            return unsuited(tcpIp);
        }
        List<Link> clients = tcpIp.network().links().all().stream()
                .filter(link -> link.server() >= 0)
                .toList();
        if (clients.isEmpty()) {
            return tcpIp.refuse(IpError.NO_CLIENTS_CONNECTED);
        }
        return Response.ok(clients.stream()
                .map(client -> "+LISTCLIENT: " + client.number() + ", "
                        + client.remote().host() + ", " + client.remote().port())
                .toArray(String[]::new));
    }

    private static Reply activate(TcpIp tcpIp, Call call) {
        int index = clientIndex(call);
        if (!(tcpIp.network() instanceof SingleNetwork network)) {
            return unsuited(tcpIp);
        }
        if (index > MAX_CLIENT || !(network.links().get(index) instanceof StreamLink client)) {
            return tcpIp.refuse(index > MAX_CLIENT ? IpError.CLIENT_INDEX_OVERFLOW : missing(network));
        }
        network.activate(client);
        if (!client.isTransparent()) {
            OldConnecting.hold(tcpIp, call, client);
        }
        return Response.ok();
    }

    private static Reply closeClient(TcpIp tcpIp, Call call) {
        int index = clientIndex(call);
        if (!isOld(tcpIp)) {
            return unsuited(tcpIp);
        }
        Network network = tcpIp.network();
        Link client = network.links().get(index);
        if (index > MAX_CLIENT || client == null || client.server() < 0) {
            return tcpIp.refuse(index > MAX_CLIENT ? IpError.CLIENT_INDEX_OVERFLOW : missing(network));
        }
        client.close();
        return Response.ok();
    }

    private static int clientIndex(Call call) {
        int index = call.parameters().integer("<client_index>", 0, Integer.MAX_VALUE);
        call.parameters().end();
        return index;
    }

    private static IpError missing(Network network) {
        return network.links().all().stream().anyMatch(link -> link.server() >= 0)
                ? IpError.CONNECTION_NOT_CREATED
                : IpError.NO_CLIENTS_CONNECTED;
    }

    private static boolean isOld(TcpIp tcpIp) {
        return tcpIp.network() instanceof SingleNetwork || tcpIp.network() instanceof MultiNetwork;
    }

    /** The network is closed, or open in a way that does not know the command. */
    private static Response unsuited(TcpIp tcpIp) {
        return tcpIp.refuse(tcpIp.network() == null ? IpError.NETWORK_NOT_OPENED : IpError.OPERATION_NOT_SUPPORTED);
    }
}
