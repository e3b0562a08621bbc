package io.github.sim52xx.cli.control;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One HTTP request to the control port, and the way to answer it. Used by one thread. */
final class Request {

    static final String JSON = "application/json";

    private static final String PROBLEM = "application/problem+json";
    /** More than every action's arguments. */
    private static final int MOST_BYTES = 64 * 1024;

    private final HttpExchange exchange;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
    }

    HttpExchange exchange() {
        return exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** What follows {@code root} in the path, cut at its slashes; empty if nothing does. */
    List<String> pathAfter(String root) {
        String rest = path().substring(root.length());
        return rest.isEmpty() ? List.of() : List.of(rest.substring(1).split("/", -1));
    }

    /** The value of a header, or null. */
    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** The value of a parameter in the query, or null. */
    String parameter(String name) throws Problem {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : (query == null ? "" : query).split("&")) {
            if (pair.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    throw new Problem(400, "the value of " + name + " is not percent-encoded");
                }
            }
        }
        return null;
    }

    /** The members of the JSON object that the body is, as they would be typed; true and false are on and off. */
    Map<String, String> members() throws IOException, Problem {
        String type = header("Content-Type");
        if (type == null || !type.split(";")[0].strip().toLowerCase(Locale.ROOT).equals(JSON)) {
            throw new Problem(415, "the body has to be " + JSON + ", and its Content-Type has to say so");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(413, "the body is longer than " + MOST_BYTES + " bytes");
        }
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), body)) {
            return object(json);
        } catch (JacksonException e) {
            // The library goes on about where an object began, which it has been told not to show.
            throw new Problem(
                    400, "the body is no JSON: " + e.getOriginalMessage().split(" \\(start marker")[0]);
        }
    }

    void answer(int status, String type, byte[] content) throws IOException {
        header("Content-Type", type);
        header("Cache-Control", "no-store");
        header("X-Content-Type-Options", "nosniff");
        boolean bodiless = method().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : content.length);
        if (!bodiless) {
            exchange.getResponseBody().write(content);
        }
    }

    void answer(Object value) throws IOException {
        answer(200, JSON, Json.bytes(value));
    }

    void answer(Problem problem) throws IOException {
        answer(problem.status(), PROBLEM, problem.json());
    }

    /** Sets a header of the answer. */
    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    private static Map<String, String> object(JsonParser json) throws Problem {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Problem(400, "the body is no JSON object such as {} or {\"name\": \"value\"}");
        }
        Map<String, String> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            String value = plain(name, json);
            if (value != null && members.put(name, value) != null) {
                throw new Problem(400, "'" + name + "' is there twice").with("argument", name);
            }
        }
        if (json.nextToken() != null) {
            throw new Problem(400, "something follows the JSON object");
        }
        return members;
    }

    private static String plain(String name, JsonParser json) throws Problem {
        return switch (json.nextToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getString();
            case VALUE_TRUE -> "on";
            case VALUE_FALSE -> "off";
            case VALUE_NULL -> null;
            default ->
                throw new Problem(400, "'" + name + "' is neither a text nor a number nor true nor false")
                        .with("argument", name);
        };
    }
}
