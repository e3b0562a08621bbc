package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time uses a state directory, until it ends, however it ends. */
class StateLockTest {

    @TempDir
    private Path directory;

    @Test
    void aDirectoryIsOpenOnceInAProcess() throws Exception {
        Path link =
                Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("state")));
        StateDirectory first = StateDirectory.open(link);
        assertInUse(first.path(), ProcessHandle.current().pid());
        assertInUse(first.path(), ProcessHandle.current().pid());
        first.close();
        StateDirectory second = StateDirectory.open(link);
        first.close();
        assertInUse(second.path(), ProcessHandle.current().pid());
        second.close();
    }

    @Test
    void aRefusedOpenerDoesNotBreakTheLock() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            assertInUse(state.path(), ProcessHandle.current().pid());
            Process other = storm();
            try (BufferedReader lines = other.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.readLine())
                        .endsWith("state directory " + state.path() + " is in use by process "
                                + ProcessHandle.current().pid());
            } finally {
                other.destroyForcibly();
            }
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aKilledProcessLeavesWholeMailsAndNoLock() throws Exception {
        Process other = storm();
        int reported = 0;
        try (BufferedReader lines = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("open");
            assertInUse(directory.toRealPath(), other.pid());
            while (reported < 25) {
                reported = Integer.parseInt(lines.readLine());
            }
            // Unlike the process, its handle leaves the pipe open.
            other.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null && line.matches("\\d+"); line = lines.readLine()) {
                reported = Math.max(reported, Integer.parseInt(line));
            }
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = Contents.of(state, Drive.C);
            assertThat(state.warnings()).isEmpty();
            assertThat(c.directories(path("C:/Email"))).contains(Integer.toString(reported));
            for (String mail : c.directories(path("C:/Email"))) {
                ModemPath saved = path("C:/Email").child(mail);
                List<String> files = c.files(saved);
                if (!files.isEmpty()) {
                    assertThat(files).containsExactly("a", "b");
                    assertThat(c.size(saved.child("a"))).isEqualTo(MailStorm.LENGTH);
                } else {
                    assertThat(Integer.parseInt(mail)).isLessThanOrEqualTo(reported - 9);
                }
            }
            assertThat(HostSnapshot.of(directory, Drive.C)).isEqualTo(Contents.all(c));
        }
    }

    private static void assertInUse(Path real, long pid) {
        assertThatExceptionOfType(StateDirectoryException.class)
                .isThrownBy(() -> StateDirectory.open(real))
                .withMessage("state directory " + real + " is in use by process " + pid);
    }

    private Process storm() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailStorm.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
    }
}
