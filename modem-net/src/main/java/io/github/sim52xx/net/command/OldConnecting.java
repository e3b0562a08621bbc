package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.tcpip.Attempt;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.util.concurrent.CompletableFuture;

/**
 * Connecting in the older set: {@code Connect ok}, or {@code Connect fail} and ERROR. In transparent mode the connection
 * is held then, and ATO goes over to its data. Confined to the modem's thread.
 */
final class OldConnecting implements Attempt.Outcome {

    private final TcpIp tcpIp;
    private final Call call;
    private final String command;
    private final boolean mayBeTransparent;
    private final CompletableFuture<Response> answer = new CompletableFuture<>();

    OldConnecting(TcpIp tcpIp, Call call, String command, boolean mayBeTransparent) {
        this.tcpIp = tcpIp;
        this.call = call;
        this.command = command;
        this.mayBeTransparent = mayBeTransparent;
    }

    /** What the command answers: what came of it, or with +CIPCCFG's asynchronous mode OK at once. */
    Reply reply() {
        if (!tcpIp.settings().async()) {
            return new Reply.Later(answer);
        }
        answer.thenAccept(response -> tcpIp.modem().terminals().report(call.terminal(), late(response)));
        return Response.ok();
    }

    @Override
    public void connected(StreamLink link) {
        if (mayBeTransparent) {
            hold(tcpIp, call, link);
        }
        answer.complete(Response.ok("Connect ok"));
    }

    @Override
    public void failed(NetworkException why) {
        tcpIp.explain("AT" + command, why.getMessage());
        answer.complete(
                switch (why.reason()) {
                    case UNKNOWN_HOST, NO_NAME_SERVER -> tcpIp.refuse(IpError.DNS_QUERY_FAILED);
                    case TIMED_OUT -> tcpIp.refuse(IpError.CONNECTION_TIME_OUT);
                    case NO_SERVICE -> tcpIp.refuse(IpError.OPEN_FAILURE);
                    default -> Response.error(IpError.CONNECT_FAIL.text());
                });
    }

    /** With +CIPMODE=1 a connection is held, for ATO to go over to its data. */
    static void hold(TcpIp tcpIp, Call call, StreamLink link) {
        if (tcpIp.settings().transparent() && call.terminal().attached()) {
            call.terminal().hold(link.transparent().online());
        }
    }

    private String late(Response response) {
        if (response.result() == ResultCode.OK) {
            return "+IP OK";
        }
        return response.text().startsWith("+IP ERROR") ? response.text() : IpError.CONNECT_FAIL.line(tcpIp.settings());
    }
}
