package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CountedEntry;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.tcpip.DatagramLink;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sending in the older set: a prompt, the data, and how much of it has gone: {@code +TCPWRITE: 5, 5}, OK, {@code Send
 * ok}. Firmware of 2010 answers in this order, later one puts OK first.
 */
record OldSending(TcpIp tcpIp, Call call, String command) {

    private static final int DISCONNECTED = -1;

    /** Asks for data and sends it on a TCP connection. */
    Reply to(StreamLink link, int length) {
        if (link.isTransparent()) {
            return tcpIp.refuse(IpError.OPERATION_NOT_SUPPORTED);
        }
        return new Reply.Prompt(">", new CountedEntry(length, bytes -> {
            if (link.isSending()) {
                return tcpIp.refuse(IpError.TCP_BUSY);
            }
            CompletableFuture<Integer> count = link.send(bytes);
            return new Reply.Later(count.thenApply(taken ->
                    confirm(length, taken, taken == length && tcpIp.settings().ack())));
        }));
    }

    /** Asks for data and sends it as a datagram. */
    Reply to(DatagramLink link, int length, HostPort target) {
        return new Reply.Prompt(">", new CountedEntry(length, bytes -> {
            CompletableFuture<Reply> answer = new CompletableFuture<>();
            tcpIp.sockets().find(target, new SocketService.Whereabouts() {
                @Override
                public void found(InetSocketAddress address) {
                    answer.complete(confirm(length, link.send(address, bytes) ? length : DISCONNECTED, false));
                }

                @Override
                public void failed(NetworkException why) {
                    tcpIp.explain("AT" + command, why.getMessage());
                    answer.complete(tcpIp.refuse(
                            switch (why.reason()) {
                                case UNKNOWN_HOST, NO_NAME_SERVER -> IpError.DNS_QUERY_FAILED;
                                default -> IpError.SENDING_FAILURE;
                            }));
                }
            });
            return new Reply.Later(answer);
        }));
    }

    private Response confirm(int asked, int taken, boolean acknowledge) {
        List<String> behind = new ArrayList<>();
        String confirmation = command + ": " + asked + ", " + taken;
        boolean before = tcpIp.modem().firmware() == Firmware.V2010;
        if (!before) {
            behind.add(confirmation);
        }
        if (acknowledge) {
            behind.add("Send ok");
        }
        // What is unsolicited waits until the command has been answered.
        behind.forEach(call.terminal()::unsolicited);
        return before ? Response.ok(confirmation) : Response.ok();
    }
}
