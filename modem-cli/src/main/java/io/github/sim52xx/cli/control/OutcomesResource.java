package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Plain;
import java.io.IOException;
import java.util.Map;

/** {@code GET /v1/outcomes}: how the last mail commands ended, see {@link OutcomesJson}. */
final class OutcomesResource implements Resource {

    private final Outcomes outcomes;

    OutcomesResource(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return ControlServer.OUTCOMES;
    }

    @Override
    public void answer(Request request) throws IOException {
        request.answer(200, Request.JSON, OutcomesJson.of(outcomes.last()));
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                path(),
                Operation.of(
                        "outcomes",
                        "mail",
                        "How the last mail commands ended, oldest first",
                        Plain.object("type", "array", "items", OpenApi.reference("Outcome"))));
    }

    @Override
    public Map<String, Object> schemas() {
        return Map.of("Outcome", OutcomesJson.MEMBERS.schema());
    }
}
