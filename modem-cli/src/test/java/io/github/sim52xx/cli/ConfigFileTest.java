package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options from a file, in place of {@code --config}. */
class ConfigFileTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsTypedCountsMore() throws IOException {
        Path file = Files.writeString(directory.resolve("c.yaml"), "tcp: 1\nflash: 16M\n");
        assertThat(ConfigFile.expand(new String[] {"--config", file.toString(), "--tcp", "0"}))
                .containsExactly("--flash=16M", "--tcp", "0");
    }

    @Test
    void aSecondFileIsNotPassedOver() throws IOException {
        Path file = Files.writeString(directory.resolve("c.yaml"), "tcp: 1\n");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ConfigFile.expand(new String[] {"--config", file.toString(), "--config=" + file}))
                .withMessage("--config can be given only once");
    }
}
