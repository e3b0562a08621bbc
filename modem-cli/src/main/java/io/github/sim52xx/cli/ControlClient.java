package io.github.sim52xx.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Asks the control port of a running modem. What goes wrong is said as the user needs it: nobody there, a stranger, or
 * what the modem has against it.
 */
final class ControlClient {

    private static final int PATIENCE_MILLIS = 15_000;
    /** A stream says at least every quarter of a minute that it is there. */
    private static final int STREAM_PATIENCE_MILLIS = 60_000;
    /** What no answer ever fills. */
    private static final int MOST_BYTES = 4 << 20;

    private final InetSocketAddress to;

    ControlClient(InetSocketAddress to) {
        this.to = to;
    }

    JsonNode get(String path) {
        return answer(request(path), null);
    }

    /** @param body a JSON object */
    JsonNode post(String path, String body) {
        return answer(request(path), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The body of an answer that goes on and on. */
    InputStream stream(String path) {
        HttpURLConnection connection = request(path);
        connection.setReadTimeout(STREAM_PATIENCE_MILLIS);
        try {
            if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
                return connection.getInputStream();
            }
            throw refusal(connection);
        } catch (IOException e) {
            throw nobody(e);
        }
    }

    private HttpURLConnection request(String path) {
        try {
            if (to.isUnresolved()) {
                throw new IOException("unknown host");
            }
            int mark = path.indexOf('?');
            // By address: that is what the port answers to.
            URI uri = new URI(
                    "http",
                    null,
                    to.getAddress().getHostAddress(),
                    to.getPort(),
                    mark < 0 ? path : path.substring(0, mark),
                    mark < 0 ? null : path.substring(mark + 1),
                    null);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setInstanceFollowRedirects(false);
            return connection;
        } catch (IOException | URISyntaxException e) {
            throw nobody(e);
        }
    }

    private JsonNode answer(HttpURLConnection connection, byte[] body) {
        try {
            if (body != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw refusal(connection);
            }
            try (InputStream in = connection.getInputStream()) {
                return new ObjectMapper().readTree(in.readNBytes(MOST_BYTES));
            }
        } catch (JacksonException e) {
            throw stranger();
        } catch (IOException e) {
            throw nobody(e);
        }
    }

    /** What the modem says why it does not. */
    private FailedException refusal(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getErrorStream()) {
            if (in != null) {
                JsonNode problem = new ObjectMapper().readTree(in.readNBytes(MOST_BYTES));
                if (problem.path("detail").isString()) {
                    return new FailedException(problem.path("detail").asString());
                }
            }
            return stranger();
        } catch (JacksonException e) {
            return stranger();
        }
    }

    FailedException stranger() {
        return new FailedException("what answers at " + where() + " is no control port of a modem");
    }

    private FailedException nobody(Exception why) {
        return new FailedException("no control port at " + where() + " (" + why.getMessage()
                + "); is  sim52xx run  running? It says where its control port is; name that with --to");
    }

    private String where() {
        return to.getHostString() + ":" + to.getPort();
    }
}
