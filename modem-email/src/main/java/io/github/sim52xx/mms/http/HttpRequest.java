package io.github.sim52xx.mms.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request, after which the connection is closed (RFC 9112 3).
 *
 * @param proxied true if it goes to a proxy, which wants the whole address
 * @param fields more header fields; what has no value or could end its line is left out
 * @param body null for GET, else POST
 */
public record HttpRequest(HttpAddress address, boolean proxied, Map<String, String> fields, byte[] body) {

    byte[] head() {
        StringBuilder head = new StringBuilder(body == null ? "GET " : "POST ");
        head.append(proxied ? address : address.path()).append(" HTTP/1.1\r\n");
        field(head, "Host", address.authority());
        fields.forEach((name, value) -> field(head, name, value));
        if (body != null) {
            field(head, "Content-Length", Integer.toString(body.length));
        }
        field(head, "Connection", "close");
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void field(StringBuilder head, String name, String value) {
        String line = value.replaceAll("[\\x00-\\x1f\\x7f]", "");
        if (!line.isEmpty()) {
            head.append(name).append(": ").append(line).append("\r\n");
        }
    }
}
