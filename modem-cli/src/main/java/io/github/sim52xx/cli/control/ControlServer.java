package io.github.sim52xx.cli.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The control port: HTTP for whoever watches a modem. It only tells, and only those who ask for it by its address.
 *
 * <pre>
 * GET /v1/outcomes     how the last mail commands ended, see {@link OutcomesJson}
 * </pre>
 */
public final class ControlServer implements Closeable {

    public static final String OUTCOMES = "/v1/outcomes";

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";
    /** Requests at a time; more wait. */
    private static final int THREADS = 4;
    /** How long a request may take to arrive. */
    private static final String PATIENCE_SECONDS = "10";

    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final HostHeader hosts;
    private final Outcomes outcomes;

    /**
     * Listens.
     *
     * @param wanted port 0 for any free one
     * @throws IOException if the port is taken
     */
    public ControlServer(InetSocketAddress wanted, Outcomes outcomes) throws IOException {
        this.outcomes = outcomes;
        // The platform's server waits for ever without.
        System.setProperty("sun.net.httpserver.maxReqTime", PATIENCE_SECONDS);
        server = HttpServer.create(wanted, BACKLOG);
        hosts = new HostHeader(wanted);
        server.setExecutor(threads());
        server.createContext("/", this::handle);
        server.start();
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (!hosts.admits(host)) {
                answer(exchange, 403, TEXT, text("the control port answers to its address, not to that name"));
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                answer(exchange, 405, TEXT, text("GET only"));
            } else if (exchange.getRequestURI().getPath().equals(OUTCOMES)) {
                answer(exchange, 200, JSON, OutcomesJson.of(outcomes.last()));
            } else {
                answer(exchange, 404, TEXT, text("here is only " + OUTCOMES));
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] text(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Executor threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "control");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
