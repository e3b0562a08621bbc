package io.github.sim52xx.cli.control;

import com.sun.net.httpserver.HttpExchange;
import io.github.sim52xx.cli.world.Event;
import io.github.sim52xx.cli.world.Events;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One listener to server-sent events. What happens goes into a queue; the stream's own thread writes it out, so that
 * nobody waits for a listener. One that does not keep up is told so with its last event, and dropped.
 *
 * <pre>
 * id: 17
 * event: at
 * data: {"time":"2010-02-02T03:04:57.123Z","terminal":1,"command":"AT+CSQ"}
 * </pre>
 */
final class EventStream implements Runnable {

    /** All that is kept, and as much again. */
    private static final int QUEUE = 2 * Events.KEPT;
    /** Nothing happened: ends the wait for something that does. */
    private static final Event WAKE = new Event(0, null, "", Map.of());

    private final HttpExchange exchange;
    private final Set<String> kinds;
    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Events events;
    private final Duration heartbeat;
    private final long after;
    private volatile boolean dropped;
    /** Why nothing more comes, or null. */
    private volatile String end;

    /** @param after the last event that has been seen, see {@link Events#watchFrom} */
    EventStream(HttpExchange exchange, Set<String> kinds, Events events, Duration heartbeat, long after) {
        this.exchange = exchange;
        this.kinds = kinds;
        this.events = events;
        this.heartbeat = heartbeat;
        this.after = after;
    }

    /** True if it has been given up and its thread cannot tell so, for the listener takes nothing. */
    boolean isStuck() {
        return end != null;
    }

    /** Lets it end with what is waiting, and a last event. */
    void finish(String why) {
        end = why;
        queue.offer(WAKE);
    }

    @Override
    public void run() {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            Events.Resumption resumption = events.watchFrom(after, this::take);
            try {
                tell(exchange.getResponseBody(), resumption.gap());
            } finally {
                resumption.watch().close();
            }
        } catch (IOException e) {
            // The listener has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(OutputStream out, boolean gap) throws IOException, InterruptedException {
        write(out, ": listening\n\n");
        if (gap) {
            write(out, last("gap", "what happened in between is not kept any more"));
            out.flush();
        }
        while (end == null || !queue.isEmpty()) {
            Event event = queue.poll(heartbeat.toNanos(), TimeUnit.NANOSECONDS);
            write(out, event == null ? ": still here\n\n" : event == WAKE ? "" : text(event));
            if (queue.isEmpty()) {
                out.flush();
            }
        }
        write(out, last(dropped ? "dropped" : "end", end));
    }

    private void take(Event event) {
        if (end == null && kinds.contains(event.kind()) && !queue.offer(event)) {
            dropped = true;
            end = "this listener is too slow: " + QUEUE + " events wait for it";
        }
    }

    private static String text(Event event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("time", event.at().truncatedTo(ChronoUnit.MILLIS).toString());
        data.putAll(event.fields());
        return "id: " + event.id() + "\nevent: " + event.kind() + "\ndata: " + Json.text(data) + "\n\n";
    }

    private static String last(String kind, String detail) {
        return "event: " + kind + "\ndata: " + Json.text(Map.of("detail", detail)) + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        if (text.startsWith(":")) {
            out.flush();
        }
    }
}
