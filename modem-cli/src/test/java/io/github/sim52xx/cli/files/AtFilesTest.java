package io.github.sim52xx.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.dte.ScriptedWire;
import io.github.sim52xx.cli.transcript.ModemWire;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.Resolver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the AT line of a modem that is on. */
class AtFilesTest extends ModemFilesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Modem modem = new Modem(
            Simulation.blueprint(new StorageOptions(1 << 20, 1 << 20, true), new Resolver(List.of(), List.of()))
                    .build(),
            NonVolatile.IN_MEMORY);
    private AtFiles files;

    @Override
    ModemFiles files() throws IOException {
        if (files == null) {
            files = new AtFiles(dte());
        }
        return files;
    }

    @AfterEach
    void switchOff() throws IOException {
        if (files != null) {
            files.close();
        }
        modem.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATE0", "ATE1"})
    void theModemIsLeftAsItWas(String echo) throws IOException {
        Dte other = dte();
        other.execute("AT+FSCD=C:/Video", PATIENCE);
        RememberingWire wire = new RememberingWire(new ModemWire(modem));
        Dte dte = new Dte(wire, Duration.ZERO);
        dte.execute(echo, PATIENCE);
        files = new AtFiles(dte);
        write("C:/Picture/a", new byte[] {1});
        files.files(path("D:/"));
        files.close();
        files = null;
        assertThat(other.execute("AT+FSCD?", PATIENCE).lines()).containsExactly("+FSCD: C:/Video/");
        assertThat(wire.lastEcho()).isEqualTo(echo.equals("ATE1") ? "ATE1" : "ATE0");
    }

    @Test
    void whatIsNoModemIsTold() {
        ScriptedWire wire = new ScriptedWire().says("SSH-2.0-OpenSSH\r\n");
        assertThatThrownBy(() -> new AtFiles(new Dte(wire, Duration.ZERO))).isInstanceOf(IOException.class);
    }

    private Dte dte() {
        return new Dte(new ModemWire(modem), Duration.ZERO);
    }
}
