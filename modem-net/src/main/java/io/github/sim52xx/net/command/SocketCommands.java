package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.tcpip.Link;
import io.github.sim52xx.net.tcpip.Links;
import io.github.sim52xx.net.tcpip.Network;
import io.github.sim52xx.net.tcpip.NumberedNetwork;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The network, links and servers. There are two sets of these commands: the older one, whose AT+NETOPEN has parameters,
 * and the one of 2014. {@link #dialect} is where it is decided which of them a command belongs to.
 */
public final class SocketCommands implements CommandSet<Modem> {

    private static final SocketDialect OLD = new OldDialect();
    private static final SocketDialect NEW = new NewDialect();

    @Override
    public String subject() {
        return "Sockets, manual 18.9 to 18.27";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows(modem -> modem.part(TcpIp.class));
        at.command("+NETOPEN", "open the network for sockets")
                .needsSim()
                .test("+NETOPEN: (\"TCP\", \"UDP\"), (0-65535), (0-1)")
                .read(SocketCommands::network)
                .write("[<sock_type>][,[<port>][,<mode>]]", OLD::openNetwork)
                .execute((tcpIp, call) -> isNew(tcpIp) ? NEW.openNetwork(tcpIp, call) : Response.error())
                .example("AT+NETOPEN=\"TCP\"");
        at.command("+NETCLOSE", "close the network and all sockets")
                .needsSim()
                .execute(either(SocketDialect::closeNetwork));
        at.command("+CIPOPEN", "open a link by number, after AT+NETOPEN=,,1")
                .needsSim()
                .test("+CIPOPEN: (0-9), (\"TCP\", \"UDP\")")
                .read(either(SocketDialect::links))
                .write("<link_num>,<type>[,<serverIP>,<serverPort>[,<localPort>]]", either(SocketDialect::open))
                .example("AT+CIPOPEN=0,\"TCP\",\"server.example\",7001");
        at.command("+CIPSEND", "send data on a link")
                .needsSim()
                .test(ranges("+CIPSEND: (0-9), (1-1024)", "+CIPSEND: (0-9), (1-1500)"))
                .read((tcpIp, call) -> Response.ok())
                .write("<link_num>,[<length>][,<serverIP>,<serverPort>]", either(SocketDialect::send))
                .example("AT+CIPSEND=0,10");
        at.command("+CIPCLOSE", "close a link")
                .needsSim()
                .test("+CIPCLOSE: (0-9)")
                .read(SocketCommands::states)
                .write("<link_num>", either(SocketDialect::close));
        at.command("+CIPSTAT", "bytes sent and received on a link")
                .test("+CIPSTAT: (0-9)")
                .write("<link_num>", SocketCommands::statistics);
        at.command("+SERVERSTART", "start a TCP server")
                .needsSim()
                .test(ranges("", "+SERVERSTART: (0-65535),(0-3),(1-3)"))
                .read(either(SocketDialect::servers))
                .write("<port>[,<index>[,<backlog>]]", either(SocketDialect::serve))
                .execute(either(SocketDialect::serve))
                .example("AT+SERVERSTART");
    }

    /** A command of one set or the other. */
    private interface Choice {
        Reply of(SocketDialect dialect, TcpIp tcpIp, Call call);
    }

    private static Handler<TcpIp> either(Choice choice) {
        return (tcpIp, call) -> choice.of(dialect(tcpIp), tcpIp, call);
    }

    /** Whose command it is: the set's that has opened the network, else the newest that the firmware knows. */
    private static SocketDialect dialect(TcpIp tcpIp) {
        boolean isNew = tcpIp.network() == null ? isNew(tcpIp) : tcpIp.network() instanceof NumberedNetwork;
        return isNew ? NEW : OLD;
    }

    /** True if the firmware knows the newer set. */
    private static boolean isNew(TcpIp tcpIp) {
        return tcpIp.modem().firmware().atLeast(Firmware.V2014);
    }

    private static Handler<TcpIp> ranges(String old, String since2014) {
        Response before = Response.ok(old.isEmpty() ? new String[0] : new String[] {old});
        Response after = Response.ok(since2014);
        return (tcpIp, call) -> isNew(tcpIp) ? after : before;
    }

    /** {@code AT+NETOPEN?} → {@code +NETOPEN: 1, 0}. */
    private static Reply network(TcpIp tcpIp, Call call) {
        Network network = tcpIp.network();
        return Response.ok(network == null ? "+NETOPEN: 0, 0" : "+NETOPEN: 1, " + network.mode());
    }

    /** {@code AT+CIPCLOSE?} → {@code +CIPCLOSE: 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}. */
    private static Reply states(TcpIp tcpIp, Call call) {
        Network network = tcpIp.network();
        return Response.ok("+CIPCLOSE: "
                + IntStream.range(0, Links.COUNT)
                        .mapToObj(number -> network != null && network.links().get(number) != null ? "1" : "0")
                        .collect(Collectors.joining(", ")));
    }

    /** {@code AT+CIPSTAT=0} → {@code +CIPSTAT: 10, 20}: TCP connections that the modem has made. */
    private static Reply statistics(TcpIp tcpIp, Call call) {
        int number = SocketParameters.link(call.parameters());
        call.parameters().end();
        Network network = tcpIp.network();
        if (network == null) {
            return tcpIp.refuse(IpError.NETWORK_NOT_OPENED);
        }
        Link link = network.links().get(number);
        if (link == null) {
            return tcpIp.refuse(IpError.CONNECTION_NOT_CREATED);
        }
        if (!(link instanceof StreamLink) || link.server() >= 0) {
            return tcpIp.refuse(IpError.OPERATION_NOT_SUPPORTED);
        }
        return Response.ok("+CIPSTAT: " + link.sent() + ", " + link.received());
    }
}
