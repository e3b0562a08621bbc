package io.github.sim52xx.cli.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI 3.1 document of the control port, made of its resources and so of the table of actions. */
final class OpenApi {

    private OpenApi() {}

    /** @param server where it is: {@code http://127.0.0.1:5280} */
    static Map<String, Object> document(String server, List<Resource> resources) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Resource resource : resources) {
            resource.operations()
                    .forEach((path, operation) ->
                            paths.put(path, Map.of(resource.method().toLowerCase(Locale.ROOT), operation.object())));
        }
        return object(
                "openapi",
                "3.1.0",
                "info",
                object(
                        "title",
                        "sim52xx control port",
                        "version",
                        "1",
                        "description",
                        "The world around a modem: what can be done to it, how it is, and what happens in it."),
                "servers",
                List.of(object("url", server)),
                "paths",
                paths,
                "components",
                object("schemas", object("Problem", problem(), "Outcome", outcome(), "State", state())));
    }

    static Map<String, Object> reference(String schema) {
        return object("$ref", "#/components/schemas/" + schema);
    }

    /** A map in the order of its pairs of name and value. */
    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }

    /** A schema for an object with members of these types; all are required. */
    private static Map<String, Object> members(String... namesAndTypes) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            properties.put(namesAndTypes[i], object("type", namesAndTypes[i + 1]));
            required.add(namesAndTypes[i]);
        }
        return object("type", "object", "properties", properties, "required", required);
    }

    private static Map<String, Object> problem() {
        Map<String, Object> problem = members("title", "string", "status", "integer", "detail", "string");
        problem.put("description", "RFC 9457; argument names the one that is at fault, paths what there is instead.");
        return problem;
    }

    private static Map<String, Object> outcome() {
        return members(
                "time", "string", "command", "string", "code", "string", "success", "boolean", "cause", "string",
                "seconds", "number");
    }

    private static Map<String, Object> state() {
        return object("description", "Plain values, and objects and arrays of them.");
    }
}
