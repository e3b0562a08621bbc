package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Plain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI 3.1 document of the control port, made of its resources and so of the table of subjects with their actions. */
final class OpenApi {

    private OpenApi() {}

    /** @param server where it is: {@code http://127.0.0.1:5280} */
    static Map<String, Object> document(String server, List<Resource> resources) {
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> schemas = Plain.object("Problem", problem());
        for (Resource resource : resources) {
            resource.operations()
                    .forEach((path, operation) ->
                            paths.put(path, Map.of(resource.method().toLowerCase(Locale.ROOT), operation.object())));
            schemas.putAll(resource.schemas());
        }
        return Plain.object(
                "openapi",
                "3.1.0",
                "info",
                Plain.object(
                        "title",
                        "sim52xx control port",
                        "version",
                        "1",
                        "description",
                        "The world around a modem: what can be done to it, how it is, and what happens in it."),
                "servers",
                List.of(Plain.object("url", server)),
                "paths",
                paths,
                "components",
                Plain.object("schemas", schemas));
    }

    static Map<String, Object> reference(String schema) {
        return Plain.object("$ref", "#/components/schemas/" + schema);
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Plain.object("type", "string");
        return Plain.object(
                "type",
                "object",
                "properties",
                Plain.object("title", text, "status", Plain.object("type", "integer"), "detail", text),
                "required",
                List.of("title", "status", "detail"),
                "description",
                "RFC 9457; argument names the one that is at fault, paths what there is instead.");
    }
}
