package io.github.sim52xx.cli.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an OpenAPI document says of one method of one path.
 *
 * @param id unique
 * @param tag the group that it is listed in
 * @param summary one line
 * @param parameters parameter objects
 * @param body the schema of the JSON body, or null if there is none
 * @param type of the answer
 * @param answer its schema
 * @param problems statuses of problems that are to be expected; a foreign page's 403 is anyway
 */
record Operation(
        String id,
        String tag,
        String summary,
        List<Map<String, Object>> parameters,
        Map<String, Object> body,
        String type,
        Map<String, Object> answer,
        List<Integer> problems) {

    private static final int FORBIDDEN = 403;

    /** A GET of JSON. */
    static Operation of(String id, String tag, String summary, Map<String, Object> answer, Integer... problems) {
        return new Operation(id, tag, summary, List.of(), null, Request.JSON, answer, List.of(problems));
    }

    Operation with(Map<String, Object> parameter) {
        List<Map<String, Object>> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Operation(id, tag, summary, more, body, type, answer, problems);
    }

    Operation withBody(Map<String, Object> schema) {
        return new Operation(id, tag, summary, parameters, schema, type, answer, problems);
    }

    Operation answering(String otherType) {
        return new Operation(id, tag, summary, parameters, body, otherType, answer, problems);
    }

    /** The operation object. */
    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("operationId", id);
        object.put("tags", List.of(tag));
        object.put("summary", summary);
        if (!parameters.isEmpty()) {
            object.put("parameters", parameters);
        }
        if (body != null) {
            object.put("requestBody", Map.of("required", true, "content", content(Request.JSON, body)));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", response("done", content(type, answer)));
        Stream.concat(problems.stream(), Stream.of(FORBIDDEN))
                .sorted()
                .forEach(status -> responses.put(
                        Integer.toString(status),
                        response(
                                Problem.title(status),
                                content("application/problem+json", OpenApi.reference("Problem")))));
        object.put("responses", responses);
        return object;
    }

    private static Map<String, Object> response(String description, Map<String, Object> content) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", description);
        response.put("content", content);
        return response;
    }

    private static Map<String, Object> content(String type, Map<String, Object> schema) {
        return Map.of(type, Map.of("schema", schema));
    }
}
