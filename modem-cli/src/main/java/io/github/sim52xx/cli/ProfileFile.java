package io.github.sim52xx.cli;

import io.github.sim52xx.modem.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code --profile FILE.yaml}; a name that is not known is an error, for it is a typing mistake. */
final class ProfileFile {

    private ProfileFile() {}

    static Profile read(Path file) {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            Profile profile = mapper.readValue(Files.readString(file), Profile.class);
            return profile == null ? Profile.DEFAULT : profile;
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e.getMessage());
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new UsageException(file + where + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse("not a profile"));
        }
    }
}
