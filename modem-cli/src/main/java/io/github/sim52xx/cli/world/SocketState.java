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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    public Map<String, Object> state(Surroundings around) {
        Network network = around.part(TcpIp.class).network();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("open", network != null);
        if (network != null) {
            state.put("commands", network instanceof NumberedNetwork ? "newer" : "older");
            state.put("mode", mode(network));
            Map<String, Object> links = new LinkedHashMap<>();
            network.links().all().forEach(link -> links.put(Integer.toString(link.number()), of(link)));
            state.put("links", links);
            Map<String, Object> servers = new LinkedHashMap<>();
            network.links()
                    .servers()
                    .forEach(server -> servers.put(Integer.toString(server.number()), of(server, network.links())));
            state.put("servers", servers);
        }
        return state;
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

    private static Map<String, Object> of(Link link) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("kind", kind(link));
        state.put("local", link.local().toString());
        state.put("remote", link.remote() == null ? null : link.remote().toString());
        state.put("server", link.server() < 0 ? null : link.server());
        state.put("sent", link.sent());
        state.put("received", link.received());
        state.put("waiting", link.available());
        return state;
    }

    private static Map<String, Object> of(Server server, Links links) {
        List<Integer> clients = links.all().stream()
                .filter(link -> link.server() == server.number())
                .map(Link::number)
                .toList();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("port", server.port());
        state.put("local", server.local().toString());
        state.put("clients", clients);
        return state;
    }
}
