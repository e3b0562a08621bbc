package io.github.sim52xx.cli.hostile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** A text in YAML that remembers in which line each key stands. Not thread-safe. */
public final class YamlText {

    private final String name;
    private final Map<Object, Map<String, Integer>> lines = new IdentityHashMap<>();
    private final Map<Object, List<Integer>> itemLines = new IdentityHashMap<>();
    private int depth;

    /** No script needs as many mappings and lists in each other. */
    private static final int DEEPEST = 20;

    private YamlText(String name) {
        this.name = name;
    }

    /**
     * Reads a text whose outermost element is a mapping.
     *
     * @param name of the file, for messages
     * @throws ScriptSyntaxException if it is none
     */
    public static Mapping read(String name, String yaml) {
        YamlText text = new YamlText(name);
        try (JsonParser parser = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .createParser(yaml)) {
            if (parser.nextToken() == null) {
                throw new ScriptSyntaxException(name + ":1", "expected keys and values, not an empty file");
            }
            Object value = text.value(parser);
            // What follows may be no YAML.
            if (parser.nextToken() != null) {
                throw text.wrong(parser, "a second document; only one is read");
            }
            return new Mapping(text, "", value, 1);
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new ScriptSyntaxException(name + where, problem(e));
        }
    }

    /** What the parser has against a text: its message begins with what it was about to read, and quotes the text. */
    public static String problem(JacksonException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" ") && !line.startsWith("while "))
                .findFirst()
                .orElse("not YAML");
    }

    private ScriptSyntaxException wrong(JsonParser parser, String message) {
        return new ScriptSyntaxException(
                name + ":" + parser.currentTokenLocation().getLineNr(), message);
    }

    String name() {
        return name;
    }

    /** The line of a key; that of the mapping if it is missing; 0 if that is empty. */
    int line(Map<?, ?> mapping, String key) {
        return lines.getOrDefault(mapping, Map.of()).getOrDefault(key, line(mapping));
    }

    /** The line in which a mapping begins. */
    int line(Map<?, ?> mapping) {
        return lines.getOrDefault(mapping, Map.of()).values().stream()
                .findFirst()
                .orElse(0);
    }

    /** The line of an item of a list. */
    int line(List<?> list, int number) {
        return itemLines.getOrDefault(list, List.of()).get(number);
    }

    private Object value(JsonParser parser) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw wrong(parser, "*" + parser.getString() + ": aliases are not read; write out what it stands for");
        }
        if (++depth > DEEPEST) {
            throw wrong(parser, "more than " + DEEPEST + " lists and mappings in each other");
        }
        Object value = plain(parser);
        depth--;
        return value;
    }

    private Object plain(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> parser.getString();
        };
    }

    private Map<String, Object> mapping(JsonParser parser) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        Map<String, Integer> ofKeys = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            ofKeys.put(key, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            mapping.put(key, value(parser));
        }
        lines.put(mapping, ofKeys);
        return mapping;
    }

    private List<Object> list(JsonParser parser) {
        List<Object> list = new ArrayList<>();
        List<Integer> ofItems = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
                next != null && next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            ofItems.add(parser.currentTokenLocation().getLineNr());
            list.add(value(parser));
        }
        itemLines.put(list, ofItems);
        return list;
    }
}
