package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.WorldException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a request is refused, as RFC 9457 has it: {@code {"title":"Not Found", "status":404, "detail":"…"}}. */
final class Problem extends Exception {

    private static final long serialVersionUID = 1;

    /** Of a path that somebody has sent. */
    private static final int MOST_SHOWN = 80;

    private final int status;
    /** Members beside those that every problem has. */
    private final transient Map<String, Object> more = new LinkedHashMap<>();

    Problem(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static Problem of(WorldException refusal) {
        Problem problem = new Problem(
                switch (refusal.reason()) {
                    case UNKNOWN -> 404;
                    case ARGUMENT -> 400;
                    case IMPOSSIBLE -> 409;
                    case BUSY -> 503;
                },
                refusal.getMessage());
        return problem.with("argument", refusal.argument());
    }

    /** Nothing is there; these paths are. */
    static Problem nothingAt(String path, List<String> paths) {
        String shown = path.length() <= MOST_SHOWN ? path : path.substring(0, MOST_SHOWN) + "…";
        return new Problem(404, "there is nothing at " + shown).with("paths", paths);
    }

    Problem with(String name, Object value) {
        more.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    byte[] json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", title(status));
        members.put("status", status);
        members.put("detail", getMessage());
        members.putAll(more);
        return Json.bytes(members);
    }

    /** What HTTP calls a status. */
    static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 503 -> "Service Unavailable";
            default -> throw new IllegalStateException("no title for " + status);
        };
    }
}
