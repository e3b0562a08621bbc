package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.ConnectFailure;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.SocketError;
import io.github.sim52xx.net.tcpip.Attempt;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.util.concurrent.CompletableFuture;

/**
 * Connecting in the newer set: OK, and later {@code +CIPOPEN: 0,0}. In transparent mode the answer waits: {@code CONNECT
 * 115200} and the data mode, or {@code CONNECT FAIL}. Confined to the modem's thread.
 */
final class NewConnecting implements Attempt.Outcome {

    private final TcpIp tcpIp;
    private final Call call;
    private final int number;
    private final boolean transparent;
    private final CompletableFuture<Reply> answer = new CompletableFuture<>();

    NewConnecting(TcpIp tcpIp, Call call, int number, boolean transparent) {
        this.tcpIp = tcpIp;
        this.call = call;
        this.number = number;
        this.transparent = transparent;
    }

    Reply reply() {
        return transparent ? new Reply.Later(answer) : Response.ok();
    }

    @Override
    public void connected(StreamLink link) {
        if (!transparent) {
            tell(SocketError.NONE);
        } else if (call.terminal().attached()) {
            answer.complete(link.transparent().online());
        } else {
            link.close();
        }
    }

    @Override
    public void failed(NetworkException why) {
        tcpIp.explain("AT+CIPOPEN", why.getMessage());
        if (transparent) {
            answer.complete(Response.of(new ConnectFailure()));
        } else {
            tell(SocketError.of(why));
        }
    }

    private void tell(SocketError how) {
        tcpIp.modem().terminals().report(call.terminal(), "+CIPOPEN: " + number + "," + how.number());
    }
}
