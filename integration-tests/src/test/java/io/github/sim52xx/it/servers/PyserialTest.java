package io.github.sim52xx.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.it.process.SimProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The TCP port as pyserial's {@code rfc2217://} sees it. */
@DisplayName("RFC 2217 with pyserial")
@ExtendWith(PyserialNeeded.class)
class PyserialTest {

    @TempDir
    private Path directory;

    @Test
    void aHostProgramHasItsSerialPort() throws Exception {
        Path script = Path.of(getClass().getResource("/pyserial/session.py").toURI());
        try (SimProcess.Running modem = SimProcess.run(directory, List.of())) {
            Process python = new ProcessBuilder(
                            PyserialNeeded.PYTHON, script.toString(), Integer.toString(modem.port("tcp")))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(output).isEqualTo("all well\n");
            assertThat(python.waitFor()).isZero();
        }
    }
}
