package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Subject;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.cli.world.WorldException;
import java.io.IOException;
import java.util.LinkedHashMap;
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
        Map<String, Object> state = OpenApi.reference("State");
        operations.put(path(), Operation.of("state", "state", "How everything is", state, 503));
        for (Subject subject : world.subjects().subjects()) {
            operations.put(
                    path() + "/" + subject.name(),
                    Operation.of("state." + subject.name(), "state", subject.purpose(), state, 503));
        }
        return operations;
    }
}
