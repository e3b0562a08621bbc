package io.github.sim52xx.email.mime;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A header field that is a value with parameters (RFC 2045 5.1, RFC 2183 2): {@code attachment; filename="a b.txt"}.
 * Takes what mail programs make of it: unquoted blanks and specials, quotes inside quotes or never closed, backslashes
 * that separate directories.
 *
 * @param value in lower case, without comments
 * @param parameters raw, by their names in lower case, one character a byte
 */
record ParameterizedValue(String value, Map<String, String> parameters) {

    static ParameterizedValue parse(String field) {
        int semicolon = firstOf(field, 0, ";");
        Map<String, String> parameters = new TreeMap<>();
        int position = semicolon;
        while (position < field.length()) {
            position = parameter(field, position + 1, parameters);
        }
        return new ParameterizedValue(
                withoutComments(field.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT), parameters);
    }

    /** The parameter in readable form; null if it is absent. */
    String text(String name) {
        return ExtendedParameters.text(parameters, name);
    }

    /** The parameter as it stands, or put together from its pieces; empty if it is absent. */
    String raw(String name) {
        String plain = parameters.get(name);
        String text = plain == null ? text(name) : plain;
        return text == null ? "" : text;
    }

    /** The first word of the parameter; empty if it is absent. */
    String token(String name) {
        String text = text(name);
        String stripped = text == null ? "" : text.strip();
        int end = 0;
        while (end < stripped.length() && stripped.charAt(end) > ' ') {
            end++;
        }
        return stripped.substring(0, end);
    }

    /** Reads the parameter at {@code start} and returns where the semicolon behind it is, or the end. */
    private static int parameter(String field, int start, Map<String, String> parameters) {
        int equals = firstOf(field, start, ";=");
        if (equals == field.length() || field.charAt(equals) == ';') {
            return equals;
        }
        String name = withoutComments(field.substring(start, equals)).strip().toLowerCase(Locale.ROOT);
        int position = skipBlanks(field, equals + 1);
        if (position < field.length() && field.charAt(position) == '"') {
            StringBuilder value = new StringBuilder();
            position = quoted(field, position + 1, value);
            parameters.putIfAbsent(name, value.toString());
            int next = skipBlanks(field, position);
            return startsParameter(field, position, next) ? next - 1 : firstOf(field, position, ";");
        }
        int end = field.indexOf(';', position);
        end = end < 0 ? field.length() : end;
        parameters.putIfAbsent(name, field.substring(position, end).strip());
        return end;
    }

    /** Reads up to the closing quote and returns what comes after it. */
    private static int quoted(String field, int start, StringBuilder value) {
        int i = start;
        while (i < field.length()) {
            char c = field.charAt(i++);
            if (c == '\\' && i < field.length() && (field.charAt(i) == '"' || field.charAt(i) == '\\')) {
                value.append(field.charAt(i++));
            } else if (c == '"' && closes(field, i)) {
                return i;
            } else {
                value.append(c);
            }
        }
        return i;
    }

    /** A quote ends a value if a semicolon, a comment, another parameter or nothing follows. */
    private static boolean closes(String field, int behind) {
        int next = skipBlanks(field, behind);
        return next == field.length()
                || field.charAt(next) == ';'
                || field.charAt(next) == '('
                || startsParameter(field, behind, next);
    }

    /** True if a parameter follows without a semicolon, behind blanks that end at {@code next}. */
    private static boolean startsParameter(String field, int behind, int next) {
        int end = next;
        while (end < field.length() && (Character.isLetterOrDigit(field.charAt(end)) || field.charAt(end) == '*')) {
            end++;
        }
        return next > behind && end > next && end < field.length() && field.charAt(end) == '=';
    }

    private static int firstOf(String field, int start, String ends) {
        int i = start;
        while (i < field.length() && ends.indexOf(field.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static String withoutComments(String text) {
        if (text.indexOf('(') < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int comments = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                comments++;
            } else if (c == ')' && comments > 0) {
                comments--;
            } else if (comments == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static int skipBlanks(String field, int start) {
        int i = start;
        while (i < field.length() && (field.charAt(i) == ' ' || field.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
