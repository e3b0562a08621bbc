package io.github.sim52xx.cli.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The argument of MAIL or RCPT: {@code FROM:<john@server.com> SIZE=1024} (RFC 5321 4.1.2).
 *
 * @param address the mailbox without angle brackets and source route
 * @param parameters what follows, values by keywords in capitals; empty values where there are none
 */
record SmtpPath(String address, Map<String, String> parameters) {

    private static final int MAX_LENGTH = 256;

    /** Reads the argument; null if it is malformed. */
    static SmtpPath parse(String keyword, String argument) {
        if (!argument.regionMatches(true, 0, keyword, 0, keyword.length())) {
            return null;
        }
        // The standard has no blank here, but clients do.
        String path = argument.substring(keyword.length()).strip();
        int close = path.startsWith("<") ? endOfMailbox(path) : -1;
        if (close < 0 || close > MAX_LENGTH) {
            return null;
        }
        Map<String, String> parameters = parameters(path.substring(close + 1));
        String address = withoutRoute(path.substring(1, close));
        return parameters == null || address == null ? null : new SmtpPath(address, parameters);
    }

    /** The index of the closing bracket; quotes may hide one. */
    private static int endOfMailbox(String path) {
        boolean quoted = false;
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c > '~') {
                return -1;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                i++;
            } else if (!quoted && c == '>') {
                return i;
            } else if (!quoted && (c == ' ' || c == '<')) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code @a,@b:john@server.com} means {@code john@server.com}; null for what is no mailbox. */
    private static String withoutRoute(String mailbox) {
        String address = mailbox.startsWith("@") ? mailbox.substring(mailbox.indexOf(':') + 1) : mailbox;
        return address.startsWith("@") || address.endsWith("@") ? null : address;
    }

    private static Map<String, String> parameters(String text) {
        if (!text.isEmpty() && text.charAt(0) != ' ') {
            return null;
        }
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : text.strip().split(" +")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            parameters.put(name.toUpperCase(Locale.ROOT), equals < 0 ? "" : parameter.substring(equals + 1));
        }
        parameters.remove("");
        return parameters;
    }
}
