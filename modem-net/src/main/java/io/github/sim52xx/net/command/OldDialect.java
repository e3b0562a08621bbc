package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.tcpip.DatagramLink;
import io.github.sim52xx.net.tcpip.Link;
import io.github.sim52xx.net.tcpip.MultiNetwork;
import io.github.sim52xx.net.tcpip.Network;
import io.github.sim52xx.net.tcpip.SingleNetwork;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The older set: every command answers when it is done. */
final class OldDialect implements SocketDialect {

    private static final String LOSS = "+NETCLOSE: 1";
    private static final int MAX_LENGTH = 1024;

    /** {@code AT+NETOPEN="TCP",80} opens one link or server, {@code AT+NETOPEN=,,1} links by number. */
    @Override
    public Reply openNetwork(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        String type = parameters.stringOr("<sock_type>", 3, 3, "");
        int port = SocketParameters.portOr(parameters, -1);
        boolean many = parameters.integerOr("<mode>", 0, 1, 0) == 1;
        parameters.end();
        boolean udp = type.equalsIgnoreCase("UDP");
        if (!many && !udp && !type.equalsIgnoreCase("TCP")) {
            throw new ParameterException("neither a <sock_type> nor <mode> 1");
        }
        if (tcpIp.isForbidden()) {
            tcpIp.explain("AT+NETOPEN", "mail is in use");
            return Response.error();
        }
        if (tcpIp.network() != null) {
            return tcpIp.refuse(IpError.NETWORK_ALREADY_OPENED);
        }
        if (port > SocketParameters.MAX_PORT && !many) {
            return tcpIp.refuse(IpError.PORT_OVERFLOW);
        }
        if (!tcpIp.hasBearer()) {
            return tcpIp.refuse(IpError.OPEN_FAILURE);
        }
        Network network = many ? new MultiNetwork(tcpIp.modem()) : new SingleNetwork(tcpIp.modem(), udp, port);
        if (!many && udp) {
            try {
                network.links().addUdp(SingleNetwork.ALONE, Math.max(port, 0), null, call.terminal());
            } catch (NetworkException e) {
                return cannotBind(tcpIp, "AT+NETOPEN", e);
            }
        }
        tcpIp.openNetwork(network, call.terminal(), LOSS);
        return Response.ok("Network opened");
    }

    /** {@code AT+NETCLOSE}; +CTCPFIN makes it wait for the peer's FIN where there is one connection. */
    @Override
    public Reply closeNetwork(TcpIp tcpIp, Call call) {
        Network network = tcpIp.network();
        if (network == null) {
            return tcpIp.refuse(IpError.NETWORK_ALREADY_CLOSED);
        }
        StreamLink connection = network instanceof SingleNetwork single ? single.connection() : null;
        Duration patience = tcpIp.settings().finTimeout();
        if (connection == null || patience.isZero()) {
            return closed(tcpIp, network);
        }
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        connection.finish(() -> answer.complete(closed(tcpIp, network)));
        tcpIp.modem().timers().after(patience, () -> answer.complete(closed(tcpIp, network)));
        return new Reply.Later(answer);
    }

    private static Response closed(TcpIp tcpIp, Network network) {
        if (tcpIp.network() == network) {
            tcpIp.closeNetwork();
        }
        return Response.ok("Network closed");
    }

    /** {@code AT+CIPOPEN=0,"TCP","192.0.2.1",80} or {@code AT+CIPOPEN=1,"UDP",,,8080}. */
    @Override
    public Reply open(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        int number = SocketParameters.link(parameters);
        boolean udp = SocketParameters.isUdp(parameters);
        String host = SocketParameters.hostOr(parameters, udp, "");
        int port = udp ? SocketParameters.portOr(parameters, 0) : SocketParameters.port(parameters);
        int localPort = SocketParameters.portOr(parameters, 0);
        parameters.end();
        if (!(tcpIp.network() instanceof MultiNetwork network)) {
            return notOpen(tcpIp);
        }
        if (Math.max(port, localPort) > SocketParameters.MAX_PORT) {
            return tcpIp.refuse(IpError.PORT_OVERFLOW);
        }
        if (network.links().isTaken(number)) {
            return tcpIp.refuse(IpError.CONNECTION_ALREADY_CREATED);
        }
        HostPort target = host.isEmpty() ? null : new HostPort(host, port);
        if (udp && target != null && port == 0) {
            return tcpIp.refuse(IpError.INVALID_PARAMETER);
        }
        if (udp) {
            try {
                network.links().addUdp(number, localPort, target, call.terminal());
                return Response.ok();
            } catch (NetworkException e) {
                return cannotBind(tcpIp, "AT+CIPOPEN", e);
            }
        }
        OldConnecting connecting = new OldConnecting(tcpIp, call, "+CIPOPEN", number == 0);
        network.links().connect(number, target, localPort, call.terminal(), connecting);
        return connecting.reply();
    }

    /** Ten lines: {@code +CIPOPEN: 0, "TCP", "192.0.2.1", 80, -1} and for the others {@code +CIPOPEN: 1}. */
    @Override
    public Reply links(TcpIp tcpIp, Call call) {
        return SocketParameters.links(tcpIp.network(), ", ");
    }

    /** {@code AT+CIPSEND=0,5}, for UDP {@code AT+CIPSEND=1,5,"192.0.2.1",80}. */
    @Override
    public Reply send(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        int number = SocketParameters.link(parameters);
        int length = parameters.integer("<length>", 1, MAX_LENGTH);
        HostPort target = SocketParameters.target(parameters);
        parameters.end();
        if (!(tcpIp.network() instanceof MultiNetwork network)) {
            return notOpen(tcpIp);
        }
        Link link = network.links().get(number);
        OldSending sending = new OldSending(tcpIp, call, "+CIPSEND");
        if (link instanceof StreamLink stream) {
            return sending.to(stream, length);
        }
        if (link instanceof DatagramLink datagrams) {
            HostPort there = target == null ? datagrams.remote() : target;
            return there == null ? tcpIp.refuse(IpError.INVALID_PARAMETER) : sending.to(datagrams, length, there);
        }
        return tcpIp.refuse(IpError.CONNECTION_NOT_CREATED);
    }

    @Override
    public Reply close(TcpIp tcpIp, Call call) {
        int number = SocketParameters.link(call.parameters());
        call.parameters().end();
        if (!(tcpIp.network() instanceof MultiNetwork network)) {
            return notOpen(tcpIp);
        }
        Link link = network.links().known(number);
        if (link == null) {
            return tcpIp.refuse(IpError.CONNECTION_NOT_CREATED);
        }
        link.close();
        return Response.ok();
    }

    /** {@code AT+SERVERSTART} on +NETOPEN's port, {@code AT+SERVERSTART=80}, {@code AT+SERVERSTART=80,1}. */
    @Override
    public Reply serve(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        int port = SocketParameters.portOr(parameters, -1);
        int index = parameters.integerOr("<index>", 0, MultiNetwork.SERVERS - 1, -1);
        parameters.end();
        if (port > SocketParameters.MAX_PORT) {
            return tcpIp.refuse(IpError.PORT_OVERFLOW);
        }
        try {
            if (tcpIp.network() instanceof SingleNetwork network) {
                return serve(tcpIp, call, network, port, index);
            }
            return tcpIp.network() instanceof MultiNetwork network
                    ? serve(tcpIp, call, network, port, Math.max(index, 0))
                    : notOpen(tcpIp);
        } catch (NetworkException e) {
            return cannotBind(tcpIp, "AT+SERVERSTART", e);
        }
    }

    private static Reply serve(TcpIp tcpIp, Call call, SingleNetwork network, int port, int index)
            throws NetworkException {
        if (network.isUdp()) {
            return tcpIp.refuse(IpError.OPERATION_NOT_SUPPORTED);
        }
        if (index >= 0 || port >= 0 && network.portGiven()) {
            throw new ParameterException("+NETOPEN has named the port of the only server");
        }
        if (network.isListening()) {
            return tcpIp.refuse(IpError.SERVER_ALREADY_LISTENING);
        }
        if (network.links().isTaken(SingleNetwork.ALONE)) {
            return tcpIp.refuse(IpError.OPERATION_NOT_SUPPORTED);
        }
        network.serve(port >= 0 ? port : network.port(), call.terminal());
        return Response.ok();
    }

    private static Reply serve(TcpIp tcpIp, Call call, MultiNetwork network, int port, int index)
            throws NetworkException {
        if (port < 0) {
            throw new ParameterException("<port> is missing");
        }
        if (network.links().server(index) != null) {
            return tcpIp.refuse(IpError.SERVER_ALREADY_LISTENING);
        }
        network.serve(index, port, call.terminal());
        return Response.ok();
    }

    /** {@code +SERVERSTART: LISTENING}, or for each server {@code +SERVERSTART: 0, NOT LISTENING}. */
    @Override
    public Reply servers(TcpIp tcpIp, Call call) {
        if (tcpIp.network() instanceof SingleNetwork network) {
            return Response.ok("+SERVERSTART: " + listening(network.isListening()));
        }
        if (!(tcpIp.network() instanceof MultiNetwork network)) {
            return notOpen(tcpIp);
        }
        return Response.ok(IntStream.range(0, MultiNetwork.SERVERS)
                .mapToObj(index -> "+SERVERSTART: " + index + ", "
                        + listening(network.links().server(index) != null))
                .toArray(String[]::new));
    }

    private static String listening(boolean is) {
        return is ? "LISTENING" : "NOT LISTENING";
    }

    /** The network is closed, or open in a mode that does not know the command. */
    private static Response notOpen(TcpIp tcpIp) {
        return tcpIp.refuse(tcpIp.network() == null ? IpError.NETWORK_NOT_OPENED : IpError.OPERATION_NOT_SUPPORTED);
    }

    private static Response cannotBind(TcpIp tcpIp, String command, NetworkException why) {
        tcpIp.explain(command, why.getMessage());
        return tcpIp.refuse(IpError.BIND_PORT_FAILED);
    }
}
