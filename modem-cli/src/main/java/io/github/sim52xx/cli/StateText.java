package io.github.sim52xx.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The state of the world for people.
 *
 * <pre>
 * radio
 *   registration  home
 *   operator
 *     numeric  00101
 * </pre>
 */
final class StateText {

    private final List<String> lines = new ArrayList<>();

    private StateText() {}

    static List<String> of(JsonNode state) {
        StateText text = new StateText();
        text.add("", state);
        return text.lines;
    }

    private void add(String indent, JsonNode value) {
        if (!value.isObject()) {
            lines.add(indent + plain(value));
            return;
        }
        int width =
                value.propertyNames().stream().mapToInt(String::length).max().orElse(0);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode part = member.getValue();
            boolean objects = part.isArray() && !part.isEmpty() && part.get(0).isObject();
            if (part.isObject() || objects) {
                lines.add(indent + member.getKey());
                if (objects) {
                    part.forEach(one -> lines.add(indent + "  " + plain(one)));
                } else {
                    add(indent + "  ", part);
                }
            } else {
                lines.add((indent + member.getKey()
                                + " ".repeat(width - member.getKey().length()) + "  " + plain(part))
                        .stripTrailing());
            }
        }
    }

    /** On one line. A terminal obeys control characters, and a mail's subject may hold some. */
    static String plain(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> member.getKey() + " " + plain(member.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value.isArray()) {
            return value.valueStream().map(StateText::plain).collect(Collectors.joining(", "));
        }
        return value.asString().replaceAll("[\\p{Cntrl}\\x80-\\x9f]", "?");
    }
}
