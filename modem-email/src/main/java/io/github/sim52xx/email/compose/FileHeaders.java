package io.github.sim52xx.email.compose;

import jakarta.mail.internet.ParameterList;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;

/** The header of an attached file: its type by its name, its name in the ways of RFC 2183 and RFC 2231. */
final class FileHeaders {

    private static final String CRLF = "\r\n";

    private FileHeaders() {}

    static String of(String name) {
        return "Content-Type: " + type(name) + parameter("name", name, 14) + CRLF
                + "Content-Transfer-Encoding: base64" + CRLF
                + "Content-Disposition: attachment" + parameter("filename", name, 31) + CRLF;
    }

    /** None of the composite types: base64 is not for them (RFC 2045 6.4). */
    private static String type(String name) {
        String type = URLConnection.guessContentTypeFromName(name);
        return type == null || type.startsWith("message/") || type.startsWith("multipart/")
                ? "application/octet-stream"
                : type;
    }

    private static String parameter(String parameter, String value, int column) {
        ParameterList list = new ParameterList();
        list.set(parameter, value, StandardCharsets.UTF_8.name());
        return list.toString(column);
    }
}
