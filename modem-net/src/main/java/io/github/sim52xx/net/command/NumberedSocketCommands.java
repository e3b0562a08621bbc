package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.SocketError;
import io.github.sim52xx.net.tcpip.DatagramLink;
import io.github.sim52xx.net.tcpip.Link;
import io.github.sim52xx.net.tcpip.NumberedNetwork;
import io.github.sim52xx.net.tcpip.ReadMode;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The commands that only the newer set has: reading what has been received, and ending a server. */
public final class NumberedSocketCommands implements CommandSet<Modem> {

    private static final int NEW_SET = 2014;
    private static final int MAX_READ = 1500;
    private static final int MAX_HEX_READ = 750;

    /** More of a TCP connection is not told of: hosts of sixteen bits, which drive such modems, take it with its sign. */
    private static final int MOST_TOLD = Short.MAX_VALUE;

    private static final int MANUAL = 1;
    private static final int READ = 2;
    private static final int READ_HEX = 3;
    private static final int REST = 4;

    @Override
    public String subject() {
        return "Sockets since 2014";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows(modem -> modem.part(TcpIp.class));
        at.command("+CIPRXGET", "received data: told at once (0), kept (1), read (2), read as hex (3), how much (4)")
                .since(NEW_SET)
                .needsSim()
                .test("+CIPRXGET: (0-4),(0-9),(1-1500)")
                .read((tcpIp, call) ->
                        Response.ok("+CIPRXGET: " + (readMode(tcpIp).isManual() ? 1 : 0)))
                .write("<mode>[,<cid>[,<len>]]", NumberedSocketCommands::receive)
                .example("AT+CIPRXGET=1");
        at.command("+SERVERSTOP", "end a TCP server")
                .since(NEW_SET)
                .needsSim()
                .test("+SERVERSTOP: (0-3)")
                .write("<server_index>", NumberedSocketCommands::stop)
                .example("AT+SERVERSTOP=0");
    }

    private static ReadMode readMode(TcpIp tcpIp) {
        return tcpIp.modem().part(ReadMode.class);
    }

    /** {@code AT+CIPRXGET=1}, or {@code AT+CIPRXGET=2,0,100} → {@code +CIPRXGET: 2,0,100,23}, data. */
    private static Reply receive(TcpIp tcpIp, Call call) {
        Parameters parameters = call.parameters();
        int mode = parameters.integer("<mode>", 0, REST);
        if (mode <= MANUAL) {
            parameters.end();
            readMode(tcpIp).setManual(mode == MANUAL);
            return Response.ok();
        }
        int number = SocketParameters.link(parameters);
        int most = mode == READ_HEX ? MAX_HEX_READ : MAX_READ;
        int length = mode == REST ? 0 : parameters.integerOr("<len>", 1, most, most);
        parameters.end();
        if (!(tcpIp.network() instanceof NumberedNetwork network)) {
            return tcpIp.refuse(IpError.NETWORK_NOT_OPENED);
        }
        if (!readMode(tcpIp).isManual() || network.isTransparent()) {
            return tcpIp.refuse(IpError.OPERATION_NOT_SUPPORTED);
        }
        Link link = network.readable(number);
        if (link == null || mode != REST && available(link) == 0) {
            return tcpIp.refuse(IpError.NO_DATA);
        }
        if (mode == REST) {
            return Response.ok("+CIPRXGET: 4," + number + "," + available(link));
        }
        byte[] bytes = read(link, length);
        int left = available(link);
        network.read(link, left);
        String header = "+CIPRXGET: " + mode + "," + number + "," + bytes.length + "," + left;
        call.terminal()
                .information(
                        header,
                        mode == READ
                                ? bytes
                                : HexFormat.of()
                                        .withUpperCase()
                                        .formatHex(bytes)
                                        .getBytes(StandardCharsets.ISO_8859_1));
        return Response.ok();
    }

    private static int available(Link link) {
        if (link instanceof StreamLink stream) {
            return Math.min(stream.available(), MOST_TOLD);
        }
        return ((DatagramLink) link).available();
    }

    private static byte[] read(Link link, int length) {
        if (link instanceof StreamLink stream) {
            return stream.read(length);
        }
        return ((DatagramLink) link).read(length);
    }

    /** {@code AT+SERVERSTOP=0} → {@code +SERVERSTOP: 0,0}; its clients stay. */
    private static Reply stop(TcpIp tcpIp, Call call) {
        int index = SocketParameters.server(call.parameters());
        call.parameters().end();
        String subject = "+SERVERSTOP: " + index + ",";
        if (!(tcpIp.network() instanceof NumberedNetwork network)) {
            return SocketError.NETWORK_NOT_OPENED.response(subject);
        }
        if (network.links().server(index) == null) {
            return SocketError.NOT_SUPPORTED.response(subject);
        }
        network.links().closeServer(index);
        return Response.ok(subject + SocketError.NONE.number());
    }
}
