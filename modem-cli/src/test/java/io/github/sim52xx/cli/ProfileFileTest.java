package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sim52xx.modem.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles, and what is wrong with them. */
class ProfileFileTest {

    @TempDir
    private Path directory;

    @Test
    void textsAreUtf8OnTheLine() throws IOException {
        Path file = Files.writeString(directory.resolve("p.yaml"), "network: {operator: \"\u4e2d\u56fd\", rssi: 31}\n");
        Profile profile = ProfileFile.read(file);
        assertThat(profile.network().operator().getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo("\u4e2d\u56fd".getBytes(StandardCharsets.UTF_8));
        assertThat(profile.network().rssi()).isEqualTo(31);
    }

    @Test
    void aFileThatCannotBeReadIsNamedOnceWithTheReason() throws IOException {
        Path missing = directory.resolve("missing.yaml");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ProfileFile.read(missing))
                .withMessage("cannot read " + missing + ": no such file or directory");
        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ProfileFile.read(binary))
                .withMessage("cannot read " + binary + ": not UTF-8");
    }
}
