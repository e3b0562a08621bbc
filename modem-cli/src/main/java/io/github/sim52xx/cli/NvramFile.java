package io.github.sim52xx.cli;

import io.github.sim52xx.fs.StateDirectory;
import io.github.sim52xx.modem.NonVolatile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code nvram.json} in the state directory: the non-volatile memory as one flat JSON object of strings. */
final class NvramFile implements NonVolatile.Medium {

    static final String NAME = "nvram.json";

    private static final JsonFactory JSON = new JsonFactory();

    private final StateDirectory directory;

    NvramFile(StateDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Map<String, String> load() {
        Map<String, String> texts = new TreeMap<>();
        byte[] content = read();
        if (content == null) {
            return texts;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                require(parser.nextToken().isScalarValue());
                texts.put(name, parser.getString());
            }
            require(parser.nextToken() == null);
            return texts;
        } catch (JacksonException e) {
            throw unreadable("not JSON");
        }
    }

    private void require(boolean expected) {
        if (!expected) {
            throw unreadable("not an object of strings");
        }
    }

    private FailedException unreadable(String reason) {
        return new FailedException(
                directory.path().resolve(NAME) + " cannot be read: " + reason + "; mend it or delete it");
    }

    @Override
    public void keep(Map<String, String> texts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), content)) {
            generator.writeStartObject();
            texts.forEach(generator::writeStringProperty);
            generator.writeEndObject();
        }
        try {
            directory.replace(NAME, content.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the non-volatile memory", e);
        }
    }

    private byte[] read() {
        try {
            return directory.read(NAME);
        } catch (IOException e) {
            throw unreadable(Reason.of(e));
        }
    }
}
