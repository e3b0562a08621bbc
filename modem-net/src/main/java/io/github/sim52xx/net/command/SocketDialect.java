package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.net.tcpip.TcpIp;

/** The commands that both sets of socket commands have, as one of them understands them. */
interface SocketDialect {

    /** {@code AT+NETOPEN} in the form that opens the network for this set. */
    Reply openNetwork(TcpIp tcpIp, Call call);

    /** {@code AT+NETCLOSE}. */
    Reply closeNetwork(TcpIp tcpIp, Call call);

    /** {@code AT+CIPOPEN=…}. */
    Reply open(TcpIp tcpIp, Call call);

    /** {@code AT+CIPOPEN?}. */
    Reply links(TcpIp tcpIp, Call call);

    /** {@code AT+CIPSEND=…}. */
    Reply send(TcpIp tcpIp, Call call);

    /** {@code AT+CIPCLOSE=…}. */
    Reply close(TcpIp tcpIp, Call call);

    /** {@code AT+SERVERSTART=…} or {@code AT+SERVERSTART}. */
    Reply serve(TcpIp tcpIp, Call call);

    /** {@code AT+SERVERSTART?}. */
    Reply servers(TcpIp tcpIp, Call call);
}
