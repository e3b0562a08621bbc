package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Action;
import io.github.sim52xx.cli.world.Argument;
import io.github.sim52xx.cli.world.Plain;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.cli.world.WorldException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /v1/world/radio/signal {"rssi":12}}: does what the table of actions has a row for, and answers with the
 * state of the subject afterwards.
 */
final class WorldResource implements Resource {

    private final World world;

    WorldResource(World world) {
        this.world = world;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return ControlServer.WORLD;
    }

    @Override
    public boolean reachesBelow() {
        return true;
    }

    @Override
    public void answer(Request request) throws IOException, Problem {
        List<String> path = request.pathAfter(path());
        try {
            Action action = world.subjects().action(String.join(".", path));
            Map<String, String> arguments = request.members();
            world.apply(action.name(), arguments);
            request.answer(world.state(List.of(action.subject())));
        } catch (WorldException e) {
            throw Problem.of(e);
        }
    }

    @Override
    public Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (Action action : world.actions()) {
            operations.put(
                    path() + "/" + action.subject() + "/" + action.verb(),
                    Operation.of(
                                    action.name(),
                                    action.subject(),
                                    action.purpose(),
                                    StateResource.reference(world.subjects().subject(action.subject())),
                                    400,
                                    409,
                                    413,
                                    415,
                                    503)
                            .withBody(schema(action)));
        }
        return operations;
    }

    private static Map<String, Object> schema(Action action) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Argument argument : action.arguments()) {
            Map<String, Object> property = new LinkedHashMap<>(argument.kind().schema());
            property.put("description", argument.purpose());
            properties.put(argument.name(), property);
            if (!argument.optional()) {
                required.add(argument.name());
            }
        }
        return Plain.object(
                "type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }
}
