package io.github.sim52xx.net.socket;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.Carried;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NameQuery;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.NetworkException.Reason;
import io.github.sim52xx.net.fault.FaultyPath;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.mina.core.future.ConnectFuture;
import org.apache.mina.transport.socket.nio.NioSession;

/**
 * An attempt to connect: looks the name up, connects, and tells how that ended. Confined to the modem's thread, apart
 * from what waits for the name server and for MINA.
 */
public final class Dial implements Carried {

    /** Hears how it ended, once, on the modem's thread, and never after {@link Dial#cancel}. */
    public interface Outcome {
        void connected(TcpLink link);

        void failed(NetworkException why);
    }

    private final Modem modem;
    private final Bearer bearer;
    private final HostPort target;
    private final Outcome outcome;
    private final FaultyPath path;
    private final SocketWitness witness;
    private NameQuery<InetSocketAddress> query;
    private Time.Timer patience;
    /** Where it goes, as soon as that is known. */
    private InetSocketAddress address;
    /** Where it comes from; null if any port does. */
    private InetSocketAddress local;

    private ConnectFuture connecting;
    private boolean over;

    Dial(Modem modem, Bearer bearer, HostPort target, int localPort, SocketWitness witness, Outcome outcome) {
        this.modem = modem;
        this.bearer = bearer;
        this.target = target;
        local = localPort == 0 ? null : new InetSocketAddress(localPort);
        this.outcome = outcome;
        this.witness = witness;
        path = bearer.faults().path(reset -> {});
        path.listen(this::wayChanged);
    }

    void begin(Duration timeout) {
        bearer.carry(this);
        patience = modem.timers()
                .after(timeout, () -> fail(new NetworkException(Reason.TIMED_OUT, "no answer from " + target)));
        query = NameQuery.ask(
                modem,
                target.host(),
                resolver -> resolver.resolve(target.host(), target.port()),
                this::found,
                this::fail);
    }

    /** Gives up. */
    public void cancel() {
        end();
    }

    @Override
    public void lose() {
        fail(bearer.noService());
    }

    private void found(InetSocketAddress found) {
        address = found;
        if (path.isClear()) {
            connect();
        } else {
            modem.blueprint().workers().execute(this::awaitPath);
        }
    }

    /** On a worker. */
    private void awaitPath() {
        try {
            path.awaitConnection(Duration.ZERO);
            modem.execute(this::connect);
        } catch (IOException e) {
            modem.execute(() -> fail(NetworkException.of(e, target)));
        }
    }

    private void connect() {
        if (over) {
            return;
        }
        connecting = Transports.shared().connector().connect(address, local, (session, future) -> {
            // Before the first byte can be read from it.
            Transports.lead((NioSession) session, new TcpLink(modem, bearer, (NioSession) session));
        });
        connecting.addListener(future -> modem.execute(() -> {
            // What has come of it may have been dealt with already, when the way changed.
            if (future == connecting) {
                connected();
            }
        }));
    }

    private void connected() {
        TcpLink link = connecting.isConnected() ? Transports.link(connecting.getSession()) : null;
        if (over) {
            if (link != null) {
                link.close();
            }
            return;
        }
        if (path.isHeld()) {
            return;
        }
        if (link == null) {
            Throwable cause = connecting.getException();
            if (local != null && !(cause instanceof ConnectException)) {
                // This host lacks the modem's port, often because the server has the same one: NAT takes another.
                local = null;
                connect();
            } else {
                fail(NetworkException.of(cause, target));
            }
            return;
        }
        connecting = null;
        end();
        witness.connected(link.traffic.witnessedBy(witness), target, address);
        outcome.connected(link);
    }

    /** What has come of it may have been held up. */
    private void wayChanged() {
        if (!over && connecting != null && connecting.isDone()) {
            connected();
        }
    }

    private void fail(NetworkException why) {
        if (!over) {
            end();
            outcome.failed(why);
        }
    }

    private void end() {
        over = true;
        bearer.closed(this);
        path.close();
        if (query != null) {
            query.cancel();
        }
        if (patience != null) {
            patience.cancel();
        }
        if (connecting != null && connecting.isConnected()) {
            Transports.link(connecting.getSession()).close();
        }
    }
}
