package io.github.sim52xx.cli.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sim52xx.cli.world.World;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The control port: HTTP for whoever watches a modem or changes the world around it. It answers only those who ask for
 * it by its address, and no page of somebody else's; the list of resources is the list of what there is.
 *
 * <pre>
 * GET  /v1/openapi.json                  this list, for tools
 * GET  /v1/outcomes                      how the last mail commands ended
 * GET  /v1/state[/…]                     how the modem and the world are
 * POST /v1/world/{subject}/{action}      does something to the world
 * GET  /v1/events                        what happens, as it happens
 * </pre>
 */
public final class ControlServer implements Closeable {

    public static final String OUTCOMES = "/v1/outcomes";
    public static final String OPENAPI = OpenApiResource.PATH;
    public static final String STATE = "/v1/state";
    public static final String WORLD = "/v1/world";
    public static final String EVENTS = "/v1/events";

    /** Requests at a time, half ones included; more are hung up on. */
    private static final int THREADS = 64;
    /** How long a request may take to arrive. */
    private static final String PATIENCE_SECONDS = "10";

    private static final String MOST_CONNECTIONS = "512";
    private static final int BACKLOG = 128;

    private static final List<String> WORLDS = List.of(STATE, WORLD, EVENTS);

    private final HttpServer server;
    private final PageGuard guard;
    private final EventStreams streams;
    private final Outcomes outcomes;
    /** Null with many modems. */
    private final Supplier<World> world;
    /** Made for the first request: starting is quick. */
    private List<Resource> resources;

    /**
     * Listens.
     *
     * @param wanted port 0 for any free one
     * @param world made for the first request; null if there are many modems, each in a world of its own
     * @throws IOException if the port is taken
     */
    public ControlServer(InetSocketAddress wanted, Outcomes outcomes, Supplier<World> world) throws IOException {
        this(wanted, outcomes, world, Pace.USUAL);
    }

    /** The same at a pace of its own, for tests. */
    ControlServer(InetSocketAddress wanted, Outcomes outcomes, Supplier<World> world, Pace pace) throws IOException {
        streams = new EventStreams(pace);
        // The platform's server waits for ever without, and for any number.
        System.setProperty("sun.net.httpserver.maxReqTime", PATIENCE_SECONDS);
        System.setProperty("jdk.httpserver.maxConnections", MOST_CONNECTIONS);
        server = HttpServer.create(wanted, BACKLOG);
        this.outcomes = outcomes;
        this.world = world;
        guard = new PageGuard(new HostHeader(wanted));
        server.setExecutor(threads());
        server.createContext("/", this::handle);
        server.start();
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        streams.close();
        server.stop(0);
    }

    private String url() {
        String host = server.getAddress().getAddress().getHostAddress();
        return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":"
                + server.getAddress().getPort();
    }

    /** Closes the exchange, but not that of an {@link EventStream}, which goes on. */
    private void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(exchange);
        boolean goesOn = false;
        try {
            guard.admit(request);
            Resource resource = find(request);
            resource.answer(request);
            goesOn = resource instanceof EventsResource;
        } catch (Problem problem) {
            request.answer(problem);
        } finally {
            if (!goesOn) {
                exchange.close();
            }
        }
    }

    private synchronized List<Resource> resources() {
        if (resources == null) {
            List<Resource> all = new ArrayList<>();
            all.add(new OpenApiResource(url(), all));
            all.add(new OutcomesResource(outcomes));
            if (world != null) {
                World made = world.get();
                all.add(new StateResource(made));
                all.add(new WorldResource(made));
                all.add(new EventsResource(made.events(), streams));
            }
            resources = all;
        }
        return resources;
    }

    private Resource find(Request request) throws Problem {
        List<Resource> all = resources();
        for (Resource resource : all) {
            if (resource.isAt(request.path())) {
                if (!resource.method().equals(request.method())) {
                    request.header("Allow", resource.method());
                    throw new Problem(405, resource.path() + " takes " + resource.method() + " only");
                }
                return resource;
            }
        }
        if (world == null && WORLDS.stream().anyMatch(request.path()::startsWith)) {
            throw new Problem(
                    409, "with --fresh-per-connection every connection has a modem of its own, and none has a world");
        }
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            request.header("Allow", "GET, POST");
            throw new Problem(405, "there is nothing but GET and POST");
        }
        throw Problem.nothingAt(request.path(), all.stream().map(Resource::path).toList());
    }

    private static Executor threads() {
        return new ThreadPoolExecutor(0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "control");
            thread.setDaemon(true);
            return thread;
        });
    }
}
