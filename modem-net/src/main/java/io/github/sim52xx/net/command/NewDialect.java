package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.ConnectFailure;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.SocketError;
import io.github.sim52xx.net.tcpip.DatagramLink;
import io.github.sim52xx.net.tcpip.Link;
import io.github.sim52xx.net.tcpip.NumberedNetwork;
import io.github.sim52xx.net.tcpip.Server;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.time.Duration;
import java.util.stream.IntStream;

/** The newer set, since 2014: commands answer OK at once, and a number tells later what has come of it. */
final class NewDialect implements SocketDialect {

    /** {@code AT+NETOPEN} → OK, {@code +NETOPEN: 0}. */
    @Override
    public Reply openNetwork(TcpIp tcpIp, Call call) {
        if (tcpIp.isForbidden()) {
            tcpIp.explain("AT+NETOPEN", "mail is in use");
            return Response.error();
        }
        NetworkOpening opening = opening(tcpIp);
        if (opening.isRunning()) {
            return SocketError.BUSY.response("+NETOPEN: ");
        }
        if (tcpIp.network() != null) {
            // A text, of all commands of this set: host code looks for it after a restart of its own.
            return tcpIp.refuse(IpError.NETWORK_ALREADY_OPENED);
        }
        opening.begin(call.terminal());
        return Response.ok();
    }

    /** {@code AT+NETCLOSE} → OK, {@code +NETCLOSE: 0}; all sockets have to be closed. */
    @Override
    public Reply closeNetwork(TcpIp tcpIp, Call call) {
        if (opening(tcpIp).isRunning()) {
            return SocketError.BUSY.response("+NETCLOSE: ");
        }
        if (!(tcpIp.network() instanceof NumberedNetwork network)) {
            return SocketError.NETWORK_NOT_OPENED.response("+NETCLOSE: ");
        }
        if (!network.links().isEmpty()) {
            return SocketError.SOCKETS_OPENED.response("+NETCLOSE: ");
        }
        tcpIp.closeNetwork();
        tell(tcpIp, call, "+NETCLOSE: 0");
        return Response.ok();
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
        String subject = "+CIPOPEN: " + number + ",";
        if (!(tcpIp.network() instanceof NumberedNetwork network)) {
            return SocketError.NETWORK_NOT_OPENED.response(subject);
        }
        if (Math.max(port, localPort) > SocketParameters.MAX_PORT || !host.isEmpty() && port == 0) {
            return SocketError.WRONG_PARAMETER.response(subject);
        }
        if (network.links().isTaken(number)) {
            return unavailable(network, number).response(subject);
        }
        if (network.isTransparent() && number != NumberedNetwork.TRANSPARENT) {
            return SocketError.NOT_SUPPORTED.response(subject);
        }
        if (network.isTransparent() && host.isEmpty()) {
            return SocketError.WRONG_PARAMETER.response(subject);
        }
        network.forget(number);
        HostPort target = host.isEmpty() ? null : new HostPort(host, port);
        if (udp) {
            return openUdp(tcpIp, call, network, number, localPort, target);
        }
        NewConnecting connecting = new NewConnecting(tcpIp, call, number, network.isTransparent());
        network.links().connect(number, target, localPort, call.terminal(), connecting);
        return connecting.reply();
    }

    /** UDP has its result before OK; in transparent mode it answers as TCP does. */
    private static Reply openUdp(
            TcpIp tcpIp, Call call, NumberedNetwork network, int number, int localPort, HostPort target) {
        String subject = "+CIPOPEN: " + number + ",";
        try {
            DatagramLink link = network.links().addUdp(number, localPort, target, call.terminal());
            if (network.isTransparent()) {
                return new TransparentUdpOpening(tcpIp, call, link).reply();
            }
            return Response.ok(subject + SocketError.NONE.number());
        } catch (NetworkException e) {
            tcpIp.explain("AT+CIPOPEN", e.getMessage());
            return network.isTransparent()
                    ? Response.of(new ConnectFailure())
                    : SocketError.of(e).response(subject);
        }
    }

    /** Ten lines: {@code +CIPOPEN: 0,"TCP","192.0.2.1",80,-1} and for the others {@code +CIPOPEN: 1}. */
    @Override
    public Reply links(TcpIp tcpIp, Call call) {
        return SocketParameters.links(tcpIp.network(), ",");
    }

    /** {@code AT+CIPSEND=0,5}, {@code AT+CIPSEND=0,} with Ctrl-Z, for UDP {@code AT+CIPSEND=1,5,"192.0.2.1",80}. */
    @Override
    public Reply send(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        int number = SocketParameters.link(parameters);
        int length = parameters.given() || !parameters.hasNext()
                ? parameters.integer("<length>", 1, NewSending.MAX_LENGTH)
                : parameters.integerOr("<length>", 1, NewSending.MAX_LENGTH, NewSending.OPEN);
        HostPort target = SocketParameters.target(parameters);
        parameters.end();
        if (!(tcpIp.network() instanceof NumberedNetwork network)) {
            return SocketError.NETWORK_NOT_OPENED.response();
        }
        Link link = network.links().get(number);
        NewSending sending = new NewSending(tcpIp, call, number);
        if (link == null || link.isTransparent()) {
            return unavailable(network, number).response();
        }
        if (link instanceof StreamLink stream) {
            return stream.isSending() || stream.isFinishing()
                    ? SocketError.BUSY.response()
                    : sending.to(stream, length);
        }
        HostPort there = target == null ? link.remote() : target;
        return there == null ? SocketError.WRONG_PARAMETER.response() : sending.to((DatagramLink) link, length, there);
    }

    /** {@code AT+CIPCLOSE=0} → OK, {@code +CIPCLOSE: 0,0}; +CTCPFIN makes the result wait for the peer's FIN. */
    @Override
    public Reply close(TcpIp tcpIp, Call call) {
        int number = SocketParameters.link(call.parameters());
        call.parameters().end();
        String subject = "+CIPCLOSE: " + number + ",";
        if (!(tcpIp.network() instanceof NumberedNetwork network)) {
            return SocketError.NOT_SUPPORTED.response(subject);
        }
        Link link = network.links().known(number);
        if (link == null) {
            return unavailable(network, number).response(subject);
        }
        if (link instanceof StreamLink stream && stream.isFinishing()) {
            return SocketError.BUSY.response(subject);
        }
        network.forget(number);
        String closed = subject + SocketError.NONE.number();
        Duration patience = tcpIp.settings().finTimeout();
        if (link.isTransparent()) {
            link.close();
            tell(tcpIp, call, "CLOSED\n" + closed);
        } else if (!(link instanceof StreamLink stream)) {
            link.close();
            return Response.ok(closed);
        } else if (patience.isZero() || !stream.isOpen()) {
            stream.close();
            tell(tcpIp, call, closed);
        } else {
            Farewell farewell = new Farewell(stream, () -> tell(tcpIp, call, closed));
            stream.finish(farewell::end);
            tcpIp.modem().timers().after(patience, farewell::end);
        }
        return Response.ok();
    }

    /** {@code AT+SERVERSTART=8080,0}. */
    @Override
    public Reply serve(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        int port = SocketParameters.port(parameters);
        int index = SocketParameters.server(parameters);
        int backlog = parameters.integerOr("<backlog>", 1, Server.BACKLOG, Server.BACKLOG);
        parameters.end();
        if (!(tcpIp.network() instanceof NumberedNetwork network)) {
            return SocketError.NETWORK_NOT_OPENED.response();
        }
        if (port > SocketParameters.MAX_PORT) {
            return SocketError.WRONG_PARAMETER.response();
        }
        if (network.links().server(index) != null) {
            return SocketError.ALREADY_LISTENING.response();
        }
        try {
            network.serve(index, port, backlog, call.terminal());
            return Response.ok();
        } catch (NetworkException e) {
            tcpIp.explain("AT+SERVERSTART", e.getMessage());
            return SocketError.of(e).response();
        }
    }

    /** {@code +SERVERSTART: 0, 8080} for each that listens. */
    @Override
    public Reply servers(TcpIp tcpIp, Call call) {
        if (!(tcpIp.network() instanceof NumberedNetwork network)) {
            return SocketError.NETWORK_NOT_OPENED.response();
        }
        return Response.ok(IntStream.range(0, NumberedNetwork.SERVERS)
                .filter(index -> network.links().server(index) != null)
                .mapToObj(index -> "+SERVERSTART: " + index + ", "
                        + network.links().server(index).port())
                .toArray(String[]::new));
    }

    /** Why nothing can be done with a link at the moment. */
    private static SocketError unavailable(NumberedNetwork network, int number) {
        return network.links().isConnecting(number) ? SocketError.BUSY : SocketError.NOT_SUPPORTED;
    }

    private static NetworkOpening opening(TcpIp tcpIp) {
        return tcpIp.modem().part(NetworkOpening.class);
    }

    private static void tell(TcpIp tcpIp, Call call, String line) {
        tcpIp.modem().terminals().report(call.terminal(), line);
    }
}
