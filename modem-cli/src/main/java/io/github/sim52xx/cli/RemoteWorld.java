package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import io.github.sim52xx.cli.world.Intervention;
import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The world around the modem of a simulator that runs somewhere, by its control port. Used by one thread. */
final class RemoteWorld {

    private final ControlClient control;

    RemoteWorld(InetSocketAddress control) {
        this.control = new ControlClient(control);
    }

    void apply(Intervention intervention) throws IOException {
        try {
            control.post(
                    ControlServer.WORLD + "/" + intervention.action().subject() + "/"
                            + intervention.action().verb(),
                    new JsonMapper().writeValueAsString(intervention.arguments()));
        } catch (FailedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Where the modem's own server on {@code port} really is; null if there is none. */
    HostPort server(int port) throws IOException {
        try {
            JsonNode servers = control.get(ControlServer.STATE + "/sockets").path("servers");
            for (JsonNode server : servers) {
                if (server.path("port").asInt(-1) == port) {
                    return HostPort.parse(server.path("local").asString());
                }
            }
            return null;
        } catch (FailedException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
