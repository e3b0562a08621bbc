package io.github.sim52xx.cli;

import io.github.sim52xx.cli.track.TrackFile;
import io.github.sim52xx.gps.Reception;
import io.github.sim52xx.modem.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** An hour, in seconds. */
    private static final double MAX_START = 3600;

    private ProfileFile() {}

    static Profile read(Path file) {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule()
                        .addDeserializer(String.class, new ByteString())
                        .addDeserializer(Reception.class, new Place(file)))
                .build();
        try {
            Profile profile = mapper.readValue(Files.readString(file), Profile.class);
            return profile == null ? Profile.DEFAULT : profile;
        } catch (IOException e) {
            throw new UsageException("cannot read " + Reason.of(file, e));
        } catch (JacksonException e) {
            throw new UsageException(YamlTrouble.describe(file, e));
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

    /** Where the modem is: the file of the track stands beside the profile unless its path says otherwise. */
    private static final class Place extends ValueDeserializer<Reception> {

        private final Path profile;

        Place(Path profile) {
            this.profile = profile;
        }

        @Override
        public Reception deserialize(JsonParser parser, DeserializationContext context) {
            Gps gps = context.readValue(parser, Gps.class);
            if (gps.track == null) {
                return context.reportInputMismatch(Reception.class, "no track");
            }
            String name = new String(gps.track.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            Path track = profile.resolveSibling(name);
            try {
                return new Reception(
                        TrackFile.read(track, gps.loop),
                        seconds(gps.coldStart, Reception.COLD_START),
                        seconds(gps.hotStart, Reception.HOT_START));
            } catch (IOException e) {
                return context.reportInputMismatch(Reception.class, "%s", Reason.of(track, e));
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(Reception.class, "%s", e.getMessage());
            }
        }

        private static Duration seconds(Double given, Duration usual) {
            if (given == null) {
                return usual;
            }
            if (!(given >= 0 && given <= MAX_START)) {
                throw new IllegalArgumentException("cannot take " + given + " s to start");
            }
            return Duration.ofMillis(Math.round(given * 1000));
        }

        /** As it is written: {@code gps: {track: drive.gpx, loop: true, coldStart: 35, hotStart: 1}}. */
        private record Gps(String track, boolean loop, Double coldStart, Double hotStart) {}
    }
}
