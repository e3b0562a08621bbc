package io.github.sim52xx.cli;

import io.github.sim52xx.modem.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code --profile FILE.yaml}; a name that is not known is an error, for it is a typing mistake. */
final class ProfileFile {

    private ProfileFile() {}

    static Profile read(Path file) {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule().addDeserializer(String.class, new ByteString()))
                .build();
        try {
            Profile profile = mapper.readValue(Files.readString(file), Profile.class);
            return profile == null ? Profile.DEFAULT : profile;
        } catch (IOException e) {
            throw new UsageException("cannot read " + Reason.of(file, e));
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new UsageException(file + where + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse("not a profile"));
        }
    }

    /** Texts go to the AT line as UTF-8, one character a byte. */
    private static final class ByteString extends ValueDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null ? null : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }
    }
}
