package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CountedEntry;
import io.github.sim52xx.at.DataEntry;
import io.github.sim52xx.at.EscapedEntry;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.SocketError;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.tcpip.DatagramLink;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Sending in the newer set: a prompt, the data, OK, and later {@code +CIPSEND: 0,5,5}. */
record NewSending(TcpIp tcpIp, Call call, int number) {

    /** The most that can be sent at once. */
    static final int MAX_LENGTH = 1500;

    /** In place of a length: the data ends with Ctrl-Z. */
    static final int OPEN = 0;

    private static final int DISCONNECTED = -1;

    /** Asks for data and offers it to a TCP connection. */
    Reply to(StreamLink link, int length) {
        return prompt(length, bytes -> {
            if (link.isSending()) {
                return SocketError.BUSY.response();
            }
            link.offer(bytes).thenAccept(taken -> confirm(bytes.length, taken));
            return Response.ok();
        });
    }

    /** Asks for data and sends it as a datagram. */
    Reply to(DatagramLink link, int length, HostPort target) {
        return prompt(length, bytes -> {
            CompletableFuture<Reply> answer = new CompletableFuture<>();
            tcpIp.sockets().find(target, new SocketService.Whereabouts() {
                @Override
                public void found(InetSocketAddress address) {
                    confirm(bytes.length, link.send(address, bytes) ? bytes.length : DISCONNECTED);
                    answer.complete(Response.ok());
                }

                @Override
                public void failed(NetworkException why) {
                    tcpIp.explain("AT+CIPSEND", why.getMessage());
                    answer.complete(SocketError.of(why).response());
                }
            });
            return new Reply.Later(answer);
        });
    }

    private static Reply prompt(int length, Function<byte[], Reply> entered) {
        DataEntry entry = length == OPEN
                ? new EscapedEntry(MAX_LENGTH, entered, Response::error)
                : new CountedEntry(length, entered);
        return new Reply.Prompt(">", entry);
    }

    /** What is unsolicited waits until the command has been answered. */
    private void confirm(int asked, int taken) {
        tcpIp.modem().terminals().report(call.terminal(), "+CIPSEND: " + number + "," + asked + "," + taken);
    }
}
