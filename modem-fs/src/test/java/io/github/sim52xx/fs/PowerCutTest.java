package io.github.sim52xx.fs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.CuttableHost.PowerCut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the process before every single change of the host's files that an operation makes, and again while the state
 * directory is opened after that: what is found is the state before the operation or the state after it.
 */
class PowerCutTest {

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @EnumSource
    void isMadeOrNotMade(HostOperation operation) throws Exception {
        Path whole = HostOperation.prepare(scratch);
        Map<String, String> before = HostOperation.reopened(whole);
        CuttableHost host = new CuttableHost();
        try (StateDirectory state = StateDirectory.open(whole, host)) {
            host.cutAfter(Integer.MAX_VALUE);
            operation.run(state, Contents.of(state, Drive.C), Contents.of(state, Drive.D));
        }
        int changes = host.changes();
        Map<String, String> after = HostOperation.reopened(whole);
        for (int cut = 0; cut < changes; cut++) {
            assertThat(HostOperation.reopened(killed(operation, cut)))
                    .as("cut after %d", cut)
                    .isIn(before, after);
            Path killedAgain = killed(operation, cut);
            for (int times = 0; !recovers(killedAgain); times++) {
                assertThat(times).isLessThan(100);
            }
            assertThat(HostOperation.reopened(killedAgain))
                    .as("cut after %d and then", cut)
                    .isIn(before, after);
        }
    }

    @Test
    void aNewDirectoryIsCompletedLater() throws Exception {
        Path never = Files.createDirectory(scratch.resolve("never"));
        Map<String, String> expected = HostOperation.reopened(never);
        boolean complete = false;
        for (int cut = 0; !complete; cut++) {
            Path directory = Files.createDirectory(scratch.resolve("new" + cut));
            CuttableHost host = new CuttableHost();
            host.cutAfter(cut);
            try (StateDirectory state = StateDirectory.open(directory, host)) {
                Contents.of(state, Drive.C).used();
                Contents.of(state, Drive.D).used();
                complete = true;
            } catch (PowerCut e) {
                assertThat(HostOperation.reopened(directory))
                        .as("cut after %d", cut)
                        .isEqualTo(expected);
            }
        }
        assertThat(expected).hasSize(8 + 2);
    }

    /** A state directory in whose use the power failed. */
    private Path killed(HostOperation operation, int cut) throws IOException {
        Path directory = HostOperation.prepare(scratch);
        CuttableHost host = new CuttableHost();
        try (StateDirectory state = StateDirectory.open(directory, host)) {
            host.cutAfter(cut);
            operation.run(state, Contents.of(state, Drive.C), Contents.of(state, Drive.D));
            throw new AssertionError("not cut after " + cut);
        } catch (PowerCut e) {
            return directory;
        }
    }

    /** Opens with power for one change only; true if none was needed. */
    private static boolean recovers(Path directory) throws IOException {
        CuttableHost host = new CuttableHost();
        host.cutAfter(1);
        try (StateDirectory state = StateDirectory.open(directory, host)) {
            assertThat(state.warnings()).isEmpty();
            return host.changes() == 0;
        } catch (PowerCut e) {
            return false;
        }
    }
}
