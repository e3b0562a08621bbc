package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.ConnectFailure;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.tcpip.DatagramLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/**
 * A UDP port in transparent mode, which waits for the address of its partner: {@code CONNECT 115200} and the data mode,
 * or {@code CONNECT FAIL}. Confined to the modem's thread.
 */
record TransparentUdpOpening(TcpIp tcpIp, Call call, DatagramLink link, CompletableFuture<Reply> answer)
        implements SocketService.Whereabouts {

    TransparentUdpOpening(TcpIp tcpIp, Call call, DatagramLink link) {
        this(tcpIp, call, link, new CompletableFuture<>());
    }

    Reply reply() {
        tcpIp.sockets().find(link.remote(), this);
        return new Reply.Later(answer);
    }

    @Override
    public void found(InetSocketAddress address) {
        if (link.isOpen() && call.terminal().attached()) {
            answer.complete(link.transparent(address).online());
        } else {
            giveUp();
        }
    }

    @Override
    public void failed(NetworkException why) {
        tcpIp.explain("AT+CIPOPEN", why.getMessage());
        giveUp();
    }

    private void giveUp() {
        if (link.isOpen()) {
            link.close();
        }
        answer.complete(Response.of(new ConnectFailure()));
    }
}
