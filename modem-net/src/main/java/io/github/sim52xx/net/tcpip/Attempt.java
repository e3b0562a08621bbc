package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.SocketSettings;
import io.github.sim52xx.net.socket.Dial;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.socket.TcpLink;

/** A link that is being connected. Confined to the modem's thread. */
public final class Attempt implements Dial.Outcome {

    /** Hears how it ended, once. */
    public interface Outcome {
        /** The link is there. Its reports begin when this returns. */
        void connected(StreamLink link);

        void failed(NetworkException why);
    }

    private final Links links;
    private final int number;
    private final HostPort target;
    private final Terminal origin;
    private final Outcome outcome;
    private Dial dial;

    Attempt(Links links, int number, HostPort target, Terminal origin, Outcome outcome) {
        this.links = links;
        this.number = number;
        this.target = target;
        this.origin = origin;
        this.outcome = outcome;
    }

    int number() {
        return number;
    }

    void begin(Modem modem, int localPort) {
        dial = modem.part(SocketService.class)
                .connect(target, localPort, SocketSettings.of(modem).connectTimeout(), this);
    }

    /** The network is being closed. */
    void giveUp() {
        dial.cancel();
        failed(new NetworkException(NetworkException.Reason.UNREACHABLE, "the network has been closed"));
    }

    @Override
    public void connected(TcpLink tcp) {
        links.decided(this);
        String address = isAddress(target.host())
                ? target.host()
                : Links.shown(tcp.remote()).host();
        StreamLink link = links.add(number, tcp, new HostPort(address, target.port()), -1, origin);
        outcome.connected(link);
        link.begin(null);
    }

    @Override
    public void failed(NetworkException why) {
        links.decided(this);
        outcome.failed(why);
    }

    private static boolean isAddress(String host) {
        return host.matches("[0-9.]+") || host.indexOf(':') >= 0;
    }
}
