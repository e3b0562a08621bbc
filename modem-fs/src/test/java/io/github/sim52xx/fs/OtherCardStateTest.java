package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static io.github.sim52xx.fs.Contents.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a state directory: another card's files are never mixed with those of the modem's own. */
class OtherCardStateTest {

    @TempDir
    private Path directory;

    @Test
    void theOwnCardsFilesStayAsTheyAre() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume card = new Volume(Drive.D, 1 << 20, () -> Contents.NOW, state.mirror(Drive.D, line -> {}), true);
            put(card, "D:/a", "own");
            card.remove();
            card.insertAnother(1 << 20);
            put(card, "D:/a", "other");
            put(card, "D:/b", "other");
            card.deleteFile(path("D:/a"));
            card.format();
            assertThat(Files.readString(directory.resolve("D/a"))).isEqualTo("own");
            assertThat(directory.resolve("D/b")).doesNotExist();
            card.remove();
            card.insert();
            assertThat(text(card, "D:/a")).isEqualTo("own");
            put(card, "D:/c", "again");
        }
        assertThat(Files.readString(directory.resolve("D/c"))).isEqualTo("again");
        assertThat(directory.resolve("D/b")).doesNotExist();
    }
}
