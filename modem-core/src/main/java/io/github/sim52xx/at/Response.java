package io.github.sim52xx.at;

/**
 * An immediate answer: information text, then a result.
 *
 * @param text the lines of the information text separated by \n, or empty
 */
public record Response(String text, FinalResult result) implements Reply {

    private static final Response OK = new Response("", ResultCode.OK);
    private static final Response ERROR = new Response("", ResultCode.ERROR);

    public static Response ok() {
        return OK;
    }

    /** OK behind these lines. */
    public static Response ok(String... lines) {
        return new Response(String.join("\n", lines), ResultCode.OK);
    }

    public static Response error() {
        return ERROR;
    }

    /** ERROR behind these lines. */
    public static Response error(String... lines) {
        return new Response(String.join("\n", lines), ResultCode.ERROR);
    }

    public static Response of(FinalResult result) {
        return new Response("", result);
    }

    /**
     * A string constant as it is printed, such that it can be typed back: a quote becomes {@code \22} (V.250 5.4.2.2),
     * as does a backslash that two hexadecimal digits follow.
     */
    public static String quoted(String value) {
        if (value.indexOf('"') < 0 && value.indexOf('\\') < 0) {
            return '"' + value + '"';
        }
        return '"' + value.replaceAll("\\\\(?=\\p{XDigit}{2})", "\\\\5C").replace("\"", "\\22") + '"';
    }
}
