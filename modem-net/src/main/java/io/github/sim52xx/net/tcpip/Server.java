package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.socket.TcpLink;
import io.github.sim52xx.net.socket.TcpListener;

/** A TCP server of the modem under its number. Confined to the modem's thread. */
public final class Server {

    /** Takes the clients, or closes them. */
    public interface Door {
        void accepted(Server server, TcpLink client);
    }

    /** What +SERVERSTART has if it names no {@code <backlog>}, and the most. */
    public static final int BACKLOG = 3;

    private final int number;
    private final Terminal origin;
    private final TcpListener listener;
    private boolean open = true;

    Server(Modem modem, int number, int port, int backlog, Terminal origin, Door door) throws NetworkException {
        this.number = number;
        this.origin = origin;
        listener = modem.part(SocketService.class).listen(port, backlog, client -> {
            if (open) {
                door.accepted(this, client);
            } else {
                client.close();
            }
        });
    }

    public int number() {
        return number;
    }

    /** The port as host code calls it. */
    public int port() {
        return listener.port();
    }

    /** Where it really listens on the host. */
    public HostPort local() {
        return Links.shown(listener.local());
    }

    /** The terminal that has started it, which hears of the clients. */
    public Terminal origin() {
        return origin;
    }

    void close() {
        open = false;
        listener.close();
    }
}
