package io.github.sim52xx.mms.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a resource is: {@code http://mmsc.example.com:8002/mms}, which may also stand without {@code http://}. Plain HTTP
 * only, as the device has nothing else.
 *
 * @param path from the first slash on
 */
public record HttpAddress(String host, int port, String path) {

    private static final Pattern FORM =
            Pattern.compile("(?i:http://)?([A-Za-z0-9._-]{1,255})(?::(\\d{1,5}))?(/[!-~]*)?");

    private static final int MAX_PORT = 65535;

    /** Null if {@code text} is no such address. */
    public static HttpAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        int port = form.group(2) == null ? 80 : Integer.parseInt(form.group(2));
        String path = form.group(3) == null ? "/" : form.group(3);
        return port == 0 || port > MAX_PORT ? null : new HttpAddress(form.group(1), port, path);
    }

    /** As the Host field has it. */
    String authority() {
        return port == 80 ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return "http://" + authority() + path;
    }
}
