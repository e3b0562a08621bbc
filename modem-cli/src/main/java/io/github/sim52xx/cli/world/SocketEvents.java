package io.github.sim52xx.cli.world;

import io.github.sim52xx.net.socket.Closing;
import io.github.sim52xx.net.tcpip.Link;
import io.github.sim52xx.net.tcpip.Server;
import io.github.sim52xx.net.tcpip.SocketListener;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes events of the modem's sockets: {@code {"change":"opened", "link":0, "kind":"tcp", "remote":"192.0.2.1:80"}}. On
 * the modem's thread.
 */
final class SocketEvents implements SocketListener {

    private final Events events;

    SocketEvents(Events events) {
        this.events = events;
    }

    @Override
    public void opened(Link link) {
        events.publish("socket", () -> {
            boolean accepted = link.server() >= 0;
            Map<String, Object> fields = fields(accepted ? "accepted" : "opened", link);
            if (accepted) {
                fields.put("server", link.server());
            }
            return fields;
        });
    }

    @Override
    public void closed(Link link, Closing how) {
        events.publish("socket", () -> {
            Map<String, Object> fields = fields("closed", link);
            fields.put("how", how.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            fields.put("sent", link.sent());
            fields.put("received", link.received());
            return fields;
        });
    }

    @Override
    public void listening(Server server) {
        events.publish("socket", () -> fields("listening", server));
    }

    @Override
    public void stopped(Server server) {
        events.publish("socket", () -> fields("stopped", server));
    }

    private static Map<String, Object> fields(String change, Link link) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("change", change);
        fields.put("link", link.number());
        fields.put("kind", SocketState.kind(link));
        if (link.remote() != null) {
            fields.put("remote", link.remote().toString());
        }
        return fields;
    }

    private static Map<String, Object> fields(String change, Server server) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("change", change);
        fields.put("server", server.number());
        fields.put("port", server.port());
        fields.put("local", server.local().toString());
        return fields;
    }
}
