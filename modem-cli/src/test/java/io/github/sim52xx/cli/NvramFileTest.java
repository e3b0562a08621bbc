package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sim52xx.fs.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nvram.json}: what is kept, and what is none of ours. */
class NvramFileTest {

    @TempDir
    private Path directory;

    private StateDirectory state;
    private NvramFile memory;

    @BeforeEach
    void open() throws IOException {
        state = StateDirectory.open(directory);
        memory = new NvramFile(state);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void whatIsKeptIsThereAgain() {
        assertThat(memory.load()).isEmpty();
        memory.keep(Map.of("+CTZU", "1", "sim.pin", "4711"));
        assertThat(memory.load()).isEqualTo(Map.of("+CTZU", "1", "sim.pin", "4711"));
    }

    @Test
    void numbersTypedByHandAreTaken() throws IOException {
        Files.writeString(directory.resolve(NvramFile.NAME), "{\"+CTZU\": 1}");
        assertThat(memory.load()).isEqualTo(Map.of("+CTZU", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{\"a\":\"b\"",
                "{\"a\":{}}",
                "{\"a\":[\"b\"]}",
                "{} {}",
                "{} x",
                "\0\1"
            })
    void anythingElseIsLeftAlone(String content) throws IOException {
        Path file = Files.writeString(directory.resolve(NvramFile.NAME), content);
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(memory::load)
                .withMessageStartingWith(file + " cannot be read: not ")
                .withMessageEndingWith("; mend it or delete it");
    }
}
