package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the endpoints are written to, if that is no ordinary file. */
class EndpointsTest {

    @TempDir
    private Path directory;

    @Test
    void aDeviceIsWrittenToAndNotReplaced() throws IOException {
        Path device = Files.createSymbolicLink(directory.resolve("device"), Path.of("/dev/null"));
        new Endpoints().write(device);
        assertThat(device).isSymbolicLink();
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectory(directory.resolve("taken"));
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> new Endpoints().write(taken))
                .withMessageStartingWith("cannot write " + taken);
        assertThat(directory.toFile().list()).containsExactly("taken");
    }
}
