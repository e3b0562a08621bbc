package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.all;
import static io.github.sim52xx.fs.Contents.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets every single change of the host's files that an operation makes fail once. The operation has been refused then
 * and changed nothing, or was made; the modem and the host agree, and the next operation works.
 */
class HostFailureTest {

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @EnumSource
    void changesEverythingOrNothing(HostOperation operation) throws Exception {
        Path whole = HostOperation.prepare(scratch);
        Map<String, String> before = HostOperation.reopened(whole);
        CuttableHost counted = new CuttableHost();
        int changes;
        try (StateDirectory state = StateDirectory.open(whole, counted)) {
            counted.failAfter(Integer.MAX_VALUE);
            operation.run(state, Contents.of(state, Drive.C), Contents.of(state, Drive.D));
            changes = counted.changes();
        }
        Map<String, String> after = HostOperation.reopened(whole);
        for (int failing = 0; failing < changes; failing++) {
            Path directory = HostOperation.prepare(scratch);
            CuttableHost host = new CuttableHost();
            Map<String, String> found = new TreeMap<>();
            boolean refused;
            try (StateDirectory state = StateDirectory.open(directory, host)) {
                Volume c = Contents.of(state, Drive.C);
                Volume d = Contents.of(state, Drive.D);
                host.failAfter(failing);
                refused = refused(operation, state, c, d);
                c.createDirectory(path("C:/next"));
                c.deleteDirectory(path("C:/next"));
                found.putAll(all(c));
                found.putAll(all(d));
            }
            Map<String, String> kept = HostOperation.reopened(directory);
            assertThat(kept).as("failure of change %d", failing).isEqualTo(refused ? before : after);
            assertThat(kept).containsAllEntriesOf(found);
        }
    }

    private static boolean refused(HostOperation operation, StateDirectory state, Volume c, Volume d) {
        try {
            operation.run(state, c, d);
            return false;
        } catch (FileSystemException e) {
            assertThat(e.error()).isEqualTo(FileSystemError.WRITE);
            return true;
        } catch (IOException e) {
            assertThat(operation).isIn(HostOperation.NEW_MEMORY, HostOperation.CHANGED_MEMORY);
            return true;
        }
    }
}
