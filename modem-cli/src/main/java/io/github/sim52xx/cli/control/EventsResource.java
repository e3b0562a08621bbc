package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Event;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.cli.world.Plain;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code GET /v1/events?kind=at,urc}: what happens, as server-sent events. Who comes back with {@code Last-Event-ID} gets
 * what has been missed, as far as it is kept.
 */
final class EventsResource implements Resource {

    private final Events events;
    private final EventStreams streams;

    EventsResource(Events events, EventStreams streams) {
        this.events = events;
        this.streams = streams;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return ControlServer.EVENTS;
    }

    @Override
    public void answer(Request request) throws IOException, Problem {
        Set<String> kinds = kinds(request.parameter("kind"));
        long after = after(request.header("Last-Event-ID"));
        request.header("Content-Type", "text/event-stream");
        request.header("Cache-Control", "no-store");
        request.header("X-Content-Type-Options", "nosniff");
        streams.begin(new EventStream(
                request.exchange(), kinds, events, streams.pace().heartbeat(), after));
    }

    @Override
    public Map<String, Operation> operations() {
        Map<String, Object> kind = Plain.object(
                "name", "kind",
                "in", "query",
                "description", "Only events of these kinds, separated by commas",
                "style", "form",
                "explode", false,
                "schema", Plain.object("type", "array", "items", Plain.object("type", "string", "enum", Event.KINDS)));
        Map<String, Object> after = Plain.object(
                "name", "Last-Event-ID",
                "in", "header",
                "description", "The last event that has been seen",
                "schema", Plain.object("type", "integer", "minimum", 0));
        return Map.of(
                path(),
                Operation.of(
                                "events",
                                "events",
                                "What happens, as server-sent events: id, event (its kind) and data (a JSON object)",
                                Plain.object("type", "string"),
                                400,
                                503)
                        .with(kind)
                        .with(after)
                        .answering("text/event-stream"));
    }

    private static Set<String> kinds(String list) throws Problem {
        if (list == null) {
            return Set.copyOf(Event.KINDS);
        }
        Set<String> kinds = new TreeSet<>(List.of(list.split(",")));
        for (String kind : kinds) {
            if (!Event.KINDS.contains(kind)) {
                throw new Problem(400, "there is no kind '" + kind + "' of events, but " + Event.KINDS)
                        .with("argument", "kind");
            }
        }
        return kinds;
    }

    /** From now on if the header is not there. */
    private static long after(String id) throws Problem {
        if (id == null || id.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!id.matches("\\d{1,18}")) {
            throw new Problem(400, "Last-Event-ID is not the id of an event");
        }
        return Long.parseLong(id);
    }
}
