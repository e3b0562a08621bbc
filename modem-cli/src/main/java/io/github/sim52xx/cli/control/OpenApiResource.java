package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Plain;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/openapi.json}: what there is, for tools. */
final class OpenApiResource implements Resource {

    static final String PATH = "/v1/openapi.json";

    private final String server;
    private final List<Resource> resources;

    /** @param resources all of them, this one included */
    OpenApiResource(String server, List<Resource> resources) {
        this.server = server;
        this.resources = resources;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void answer(Request request) throws IOException {
        request.answer(OpenApi.document(server, resources));
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(PATH, Operation.of("openapi", "about", "This document", Plain.object("type", "object")));
    }
}
