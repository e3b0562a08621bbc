package io.github.sim52xx.net.socket;

import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.Carried;
import java.net.InetSocketAddress;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;

/** A TCP server of the modem. Confined to the modem's thread. */
public final class TcpListener implements Carried {

    /** Gets the clients of a server, on the modem's thread. */
    public interface Owner {
        /**
         * A client has connected. {@link TcpLink#listen} says who takes care of it; whom nobody wants has to be closed,
         * late comers of a server that has been closed too.
         */
        void accepted(TcpLink client);
    }

    private final Bearer bearer;
    private final NioSocketAcceptor acceptor;
    private final int port;
    private final InetSocketAddress local;

    TcpListener(Bearer bearer, NioSocketAcceptor acceptor, int port) {
        this.bearer = bearer;
        this.acceptor = acceptor;
        this.port = port;
        local = acceptor.getLocalAddress();
        bearer.carry(this);
    }

    /** The port as the host code calls it. */
    public int port() {
        return port;
    }

    public InetSocketAddress local() {
        return local;
    }

    /** Takes no more clients; those that are there stay. Does nothing if it is closed. */
    public void close() {
        bearer.closed(this);
        // Waits until the port is free, which disposing of it does not.
        acceptor.unbind();
        acceptor.dispose();
    }

    @Override
    public void lose() {
        close();
    }
}
