package io.github.sim52xx.cli.world;

import io.github.sim52xx.net.tcpip.Link;
import io.github.sim52xx.net.tcpip.Links;
import io.github.sim52xx.net.tcpip.MultiNetwork;
import io.github.sim52xx.net.tcpip.Network;
import io.github.sim52xx.net.tcpip.NumberedNetwork;
import io.github.sim52xx.net.tcpip.Server;
import io.github.sim52xx.net.tcpip.SingleNetwork;
import io.github.sim52xx.net.tcpip.StreamLink;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.util.List;
import java.util.function.Function;

/**
 * What AT+NETOPEN has opened, with its links and servers by number; the number of a connection that is alone is 255, as
 * in +IPCLOSE.
 */
final class SocketState implements Subject {

    @Override
    public String name() {
        return "sockets";
    }

    @Override
    public String purpose() {
        return "the modem's own TCP/IP: links and servers";
    }

    @Override
    public Members<Surroundings> state() {
        return Members.<TcpIp>none()
                .with("open", Shape.TRUTH, tcpIp -> tcpIp.network() != null)
                .maybe("commands", Shape.word("newer", "older"), ifOpen(SocketState::commands))
                .maybe("mode", Shape.word("tcp", "udp", "multi", "transparent", "numbered"), ifOpen(SocketState::mode))
                .maybe(
                        "links",
                        Shape.byNumber(Link::number, link()),
                        ifOpen(network -> network.links().all()))
                .maybe(
                        "servers",
                        Shape.byNumber(Serving::number, server()),
                        ifOpen(network -> Serving.all(network.links())))
                .of(around -> around.part(TcpIp.class));
    }

    private static <V> Function<TcpIp, V> ifOpen(Function<Network, V> value) {
        return tcpIp -> tcpIp.network() == null ? null : value.apply(tcpIp.network());
    }

    private static String commands(Network network) {
        return network instanceof NumberedNetwork ? "newer" : "older";
    }

    /** {@code tcp}, {@code udp}. */
    static String kind(Link link) {
        return link instanceof StreamLink ? "tcp" : "udp";
    }

    private static String mode(Network network) {
        if (network instanceof SingleNetwork single) {
            return single.isUdp() ? "udp" : "tcp";
        }
        boolean transparent = network instanceof NumberedNetwork numbered && numbered.isTransparent();
        return network instanceof MultiNetwork ? "multi" : transparent ? "transparent" : "numbered";
    }

    private static Members<Link> link() {
        return Members.<Link>none()
                .with("kind", Shape.word("tcp", "udp"), SocketState::kind)
                .with("local", Shape.TEXT, link -> link.local().toString())
                .maybe(
                        "remote",
                        Shape.TEXT,
                        link -> link.remote() == null ? null : link.remote().toString())
                .maybe("server", Shape.WHOLE, link -> link.server() < 0 ? null : link.server())
                .with("sent", Shape.WHOLE, Link::sent)
                .with("received", Shape.WHOLE, Link::received)
                .with("waiting", Shape.WHOLE, Link::available);
    }

    /** A server among the links, some of which are its clients. */
    private record Serving(Server server, Links links) {

        private static List<Serving> all(Links links) {
            return links.servers().stream()
                    .map(server -> new Serving(server, links))
                    .toList();
        }

        private int number() {
            return server.number();
        }

        private List<Integer> clients() {
            return links.all().stream()
                    .filter(link -> link.server() == number())
                    .map(Link::number)
                    .toList();
        }
    }

    private static Members<Serving> server() {
        return Members.<Serving>none()
                .with("port", Shape.WHOLE, serving -> serving.server().port())
                .with("local", Shape.TEXT, serving -> serving.server().local().toString())
                .with("clients", Shape.list(Shape.WHOLE), Serving::clients);
    }
}
