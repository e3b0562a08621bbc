package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.Carried;
import io.github.sim52xx.net.IpError;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.SocketSettings;
import io.github.sim52xx.net.socket.SocketService;
import java.util.Iterator;
import java.util.List;

/**
 * The modem's TCP/IP (manual 18): closed, or open with the {@link Network} of one of the sets of commands. Mail cannot
 * be used meanwhile (application note 5). When the bearer goes all links go, and the DTE is told once. Confined to the
 * modem's thread.
 */
public final class TcpIp implements Part, Carried {

    private final Modem modem;
    private final Bearer bearer;
    private Network network;
    private Terminal origin;
    private List<String> loss = List.of();
    private Incoming lost;
    private Links losing;
    private SocketListener listener = SocketListener.NONE;

    public TcpIp(Modem modem) {
        this.modem = modem;
        bearer = modem.part(Bearer.class);
    }

    public Modem modem() {
        return modem;
    }

    public SocketService sockets() {
        return modem.part(SocketService.class);
    }

    public SocketSettings settings() {
        return SocketSettings.of(modem);
    }

    /** What is open, or null. */
    public Network network() {
        return network;
    }

    /** Tells {@code newListener} of every link and server from now on, and nobody else. */
    public void listen(SocketListener newListener) {
        listener = newListener;
    }

    SocketListener listener() {
        return listener;
    }

    /** True if the network cannot be opened because mail is being sent or fetched. */
    public boolean isForbidden() {
        return modem.part(Conflicts.class).forbid(Conflicts.Service.TCPIP);
    }

    /** True if there is a bearer and a context to open the network with. */
    public boolean hasBearer() {
        return bearer.isUp() && modem.part(PacketDomain.class).hasSocketContext();
    }

    /**
     * The network is open.
     *
     * @param terminal who has opened it
     * @param lossReport what it is told if the network gets lost
     */
    public void openNetwork(Network opened, Terminal terminal, String... lossReport) {
        network = opened;
        origin = terminal;
        loss = List.of(lossReport);
        modem.part(Conflicts.class).begin(Conflicts.Service.TCPIP);
        modem.part(PacketDomain.class).setSocketsOpen(true);
        bearer.carry(this);
    }

    /** Closes the network and all that is in it. */
    public void closeNetwork() {
        end().links().close();
    }

    @Override
    public void lose() {
        if (network == null) {
            return;
        }
        losing = end().links();
        Iterator<String> rest = loss.iterator();
        lost = new Incoming(modem, origin, () -> rest.hasNext() ? Chunk.of(rest.next()) : null);
        losing.lose(lost::available);
    }

    @Override
    public void powerOff() {
        if (network != null) {
            network.links().stop();
            closeNetwork();
        }
        if (lost != null) {
            lost.stop();
            losing.stop();
        }
    }

    private Network end() {
        Network ending = network;
        network = null;
        bearer.closed(this);
        modem.part(Conflicts.class).end(Conflicts.Service.TCPIP);
        modem.part(PacketDomain.class).setSocketsOpen(false);
        return ending;
    }

    // ---- words

    /** {@code +IP ERROR: …} and ERROR. */
    public Response refuse(IpError error) {
        return error.response(settings());
    }

    /** Tells the console why a command has failed. */
    public void explain(String command, String cause) {
        modem.event(new ModemEvent.Notice(command + ": " + cause));
    }
}
