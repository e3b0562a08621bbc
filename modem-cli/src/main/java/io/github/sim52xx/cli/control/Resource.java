package io.github.sim52xx.cli.control;

import java.io.IOException;
import java.util.Map;

/** What is found at a path of the control port, or below it. Safe for use by any thread. */
interface Resource {

    /** The one method that it takes. */
    String method();

    /** {@code /v1/outcomes}. */
    String path();

    /** True if what is below the path belongs to it too. */
    default boolean reachesBelow() {
        return false;
    }

    default boolean isAt(String wanted) {
        return wanted.equals(path()) || reachesBelow() && wanted.startsWith(path() + "/");
    }

    /** Answers a request for it that is not a foreign page's. */
    void answer(Request request) throws IOException, Problem;

    /** The operation objects of OpenAPI by their paths. */
    Map<String, Operation> operations();

    /** The schemas that its operations refer to, by their names. */
    default Map<String, Object> schemas() {
        return Map.of();
    }
}
