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

/** A text in YAML that remembers in which line each key stands. Not thread-safe. */
public final class YamlText {

    private final String name;
    private final Map<Object, Map<String, Integer>> lines = new IdentityHashMap<>();

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
            parser.nextToken();
            return new Mapping(text, "", value);
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new ScriptSyntaxException(
                    name + where, e.getOriginalMessage().lines().findFirst().orElse("not YAML"));
        }
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

    private Object value(JsonParser parser) {
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
        for (JsonToken next = parser.nextToken();
                next != null && next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            list.add(value(parser));
        }
        return list;
    }
}
