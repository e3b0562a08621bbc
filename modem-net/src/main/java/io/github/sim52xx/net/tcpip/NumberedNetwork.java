package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.socket.Closing;
import io.github.sim52xx.net.socket.TcpLink;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The network of the bare AT+NETOPEN (manual of 2014): ten links by number, among them the clients of up to four
 * servers. In transparent mode only link 0 is used. A link that has ended can still be read with +CIPRXGET until another
 * one takes its number. Confined to the modem's thread.
 */
public final class NumberedNetwork implements Network {

    /** Servers have the numbers 0 to 3. */
    public static final int SERVERS = 4;

    /** The only link of transparent mode. */
    public static final int TRANSPARENT = 0;

    private final Modem modem;
    private final boolean transparent;
    private final Links links;
    /** Links whose waiting data the DTE knows of. */
    private final Set<Link> announced = new HashSet<>();
    /** Links that have ended but not been read to the end. */
    private final Map<Integer, StreamLink> unread = new TreeMap<>();

    /** Open in the mode that +CIPMODE has chosen. */
    public NumberedNetwork(Modem modem, boolean transparent) {
        this.modem = modem;
        this.transparent = transparent;
        links = new Links(modem, new Telling(), true);
    }

    @Override
    public int mode() {
        return transparent ? 1 : 0;
    }

    @Override
    public Links links() {
        return links;
    }

    public boolean isTransparent() {
        return transparent;
    }

    /** The link that has this number or had it last, if it can be read; null if there is none. */
    public Link readable(int number) {
        Link link = links.get(number);
        return link == null ? unread.get(number) : link;
    }

    /** What had this number cannot be read any more. */
    public void forget(int number) {
        unread.remove(number);
        announced.removeIf(link -> link.number() == number);
    }

    /** The DTE has read, and has been told how much is left. */
    public void read(Link link, int left) {
        if (left == 0) {
            announced.remove(link);
            unread.remove(link.number(), link);
        }
    }

    /**
     * Starts a server.
     *
     * @param backlog how many clients may wait until they are taken
     */
    public void serve(int number, int port, int backlog, Terminal origin) throws NetworkException {
        links.serve(number, port, backlog, origin, this::accepted);
    }

    void readModeChanged() {
        announced.clear();
        unread.values().forEach(StreamLink::report);
        for (Link link : links.all()) {
            if (link instanceof StreamLink stream) {
                stream.report();
            } else if (link instanceof DatagramLink datagrams) {
                datagrams.report();
            }
        }
    }

    private void accepted(Server server, TcpLink client) {
        int number = links.free(candidate -> !unread.containsKey(candidate));
        if (number < 0 || transparent && number != TRANSPARENT) {
            client.close();
            return;
        }
        forget(number);
        HostPort remote = Links.shown(client.remote());
        String report = "+CLIENT: " + number + "," + server.number() + "," + remote;
        if (!transparent) {
            links.add(number, client, remote, server.number(), server.origin()).begin(report);
            return;
        }
        List<Terminal> audience = modem.terminals().reporting(server.origin());
        if (audience.isEmpty()) {
            client.close();
            return;
        }
        modem.terminals().report(server.origin(), report);
        Terminal terminal = audience.get(0);
        StreamLink link = links.add(number, client, remote, server.number(), terminal);
        answer(terminal, link);
        link.begin(null);
    }

    /** With ATS0 other than 0 the terminal goes over to the data by itself, else ATO does that. */
    private static void answer(Terminal terminal, StreamLink link) {
        Reply.Online online = link.transparent().online();
        if (terminal.parameters().get(LineParameter.AUTO_ANSWER) > 0) {
            terminal.answer(online);
        } else {
            terminal.hold(online);
        }
    }

    /** {@code +CIPRXGET: 1,0} or the data itself, {@code +IPCLOSE: 0,1} at the end. */
    private final class Telling implements Reports {

        @Override
        public Chunk arrived(StreamLink link) {
            return modem.part(ReadMode.class).isManual() ? announce(link, link.available()) : link.chunk();
        }

        @Override
        public Chunk arrived(DatagramLink link) {
            return modem.part(ReadMode.class).isManual() ? announce(link, link.available()) : link.chunk();
        }

        @Override
        public List<String> ended(StreamLink link, Closing how) {
            if (link.available() > 0) {
                unread.put(link.number(), link);
            } else {
                announced.remove(link);
            }
            return how == Closing.NETWORK_LOST ? List.of() : List.of("+IPCLOSE: " + link.number() + "," + reason(how));
        }

        private Chunk announce(Link link, int waiting) {
            return waiting > 0 && announced.add(link) ? Chunk.of("+CIPRXGET: 1," + link.number()) : null;
        }

        private static int reason(Closing how) {
            return switch (how) {
                case LOCAL, NETWORK_LOST -> 0;
                case REMOTE -> 1;
                case SEND_TIMEOUT -> 2;
                case RESET -> 3;
            };
        }
    }
}
