package io.github.sim52xx.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.StateDirectory;
import io.github.sim52xx.fs.StateDirectoryException;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.testing.TestModem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the state directory of a modem that is off. */
class StoredFilesTest extends ModemFilesTest {

    @TempDir
    private Path directory;

    private boolean card = true;
    private StoredFiles files;

    @Override
    ModemFiles files() throws IOException {
        if (files == null) {
            StateDirectory state = StateDirectory.open(directory);
            StorageOptions options = new StorageOptions(1 << 20, 1 << 20, card);
            TestModem modem = new TestModem(
                    List.of(),
                    blueprint -> blueprint
                            .coldBoot(true)
                            .part(Storage.class, device -> new Storage(device, options, state)));
            files = new StoredFiles(modem.modem().part(Storage.class), () -> {
                modem.modem().close();
                state.close();
            });
        }
        return files;
    }

    @AfterEach
    void release() {
        if (files != null) {
            files.close();
            files = null;
        }
    }

    @Test
    void whatHasBeenWrittenIsThereAsAnOrdinaryFile() throws IOException {
        write("C:/Picture/ä b.jpg", new byte[] {1, 2});
        release();
        assertThat(directory.resolve("C/Picture/ä b.jpg")).hasBinaryContent(new byte[] {1, 2});
        assertThat(read("C:/Picture/ä b.jpg")).containsExactly(1, 2);
    }

    @Test
    void whatSomebodyHasPutThereIsFound() throws IOException {
        Files.createDirectories(directory.resolve("C/Notes"));
        Files.write(directory.resolve("C/Notes/a"), new byte[] {7});
        assertThat(read("C:/Notes/a")).containsExactly(7);
    }

    @Test
    void whileItIsInUseNobodyElseMayHaveIt() throws IOException {
        files();
        assertThatThrownBy(() -> StateDirectory.open(directory))
                .isInstanceOfSatisfying(
                        StateDirectoryException.class,
                        refused -> assertThat(refused.inUse()).isTrue());
        release();
        StateDirectory.open(directory).close();
    }

    @Test
    void withoutCardThereIsOneDrive() throws IOException {
        card = false;
        assertThat(files().drives()).containsExactly(Drive.C);
        assertThatThrownBy(() -> files().kind(path("D:/a"))).hasMessageContaining("not plugged in");
    }
}
