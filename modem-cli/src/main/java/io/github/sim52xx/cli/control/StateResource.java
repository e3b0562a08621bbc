package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Plain;
import io.github.sim52xx.cli.world.Subject;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.cli.world.WorldException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code GET /v1/state}: how everything is; {@code GET /v1/state/radio/operator}: how that is. */
final class StateResource implements Resource {

    private final World world;

    StateResource(World world) {
        this.world = world;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return ControlServer.STATE;
    }

    @Override
    public boolean reachesBelow() {
        return true;
    }

    @Override
    public void answer(Request request) throws IOException, Problem {
        Object state;
        try {
            state = world.state(request.pathAfter(path()));
        } catch (WorldException e) {
            throw Problem.of(e);
        }
        request.answer(state);
    }

    @Override
    public Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put(path(), Operation.of("state", "state", "How everything is", OpenApi.reference("State"), 503));
        for (Subject subject : world.subjects().subjects()) {
            operations.put(
                    path() + "/" + subject.name(),
                    Operation.of("state." + subject.name(), "state", subject.purpose(), reference(subject), 503));
        }
        return operations;
    }

    @Override
    public Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        Map<String, Object> all = new LinkedHashMap<>();
        for (Subject subject : world.subjects().subjects()) {
            schemas.put(schema(subject), subject.state().schema());
            all.put(subject.name(), reference(subject));
        }
        schemas.put(
                "State",
                Plain.object(
                        "type",
                        "object",
                        "properties",
                        all,
                        "required",
                        List.copyOf(all.keySet()),
                        "additionalProperties",
                        false));
        return schemas;
    }

    /** The schema of how a subject is. */
    static Map<String, Object> reference(Subject subject) {
        return OpenApi.reference(schema(subject));
    }

    /** {@code RadioState}. */
    private static String schema(Subject subject) {
        String name = subject.name();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "State";
    }
}
