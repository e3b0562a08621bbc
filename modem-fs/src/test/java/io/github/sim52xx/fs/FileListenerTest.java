package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who listens to a volume hears of every change that has taken effect, and of nothing else. */
class FileListenerTest {

    private final Volume card = Contents.memory(Drive.D, 1 << 20);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        card.listen((change, path) -> heard.add(change + " " + path));
    }

    @Test
    void filesAndDirectories() throws Exception {
        card.createDirectory(path("D:/Ant"));
        put(card, "D:/ant/a", "1");
        card.rename(path("D:/ANT/A"), "b");
        card.deleteFile(path("D:/ant/B"));
        card.deleteDirectory(path("D:/ANT"));
        assertThat(heard)
                .containsExactly(
                        "CREATED D:/Ant",
                        "CREATED D:/Ant/a",
                        "REMOVED D:/Ant/a",
                        "CREATED D:/Ant/b",
                        "REMOVED D:/Ant/b",
                        "REMOVED D:/Ant");
    }

    @Test
    void manyAtOnce() throws Exception {
        put(card, "D:/a", "1");
        put(card, "D:/b", "2");
        heard.clear();
        card.deleteFiles(path("D:/"));
        card.format();
        assertThat(heard).containsExactly("REMOVED D:/a", "REMOVED D:/b", "FORMATTED D:/");
    }

    @Test
    void filesThatAppearTogether() throws Exception {
        try (Staging staging = card.stage()) {
            try (OutputStream out = staging.file("text")) {
                out.write(1);
            }
            assertThat(heard).isEmpty();
            staging.commit(path("D:/Email/1"));
        }
        assertThat(heard).containsExactly("CREATED D:/Email/1");
    }

    @Test
    void whatIsRefusedIsNotHeardOf() {
        assertThatThrownBy(() -> card.deleteFile(path("D:/none"))).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> card.createDirectory(path("D:/Audio"))).isInstanceOf(FileSystemException.class);
        assertThat(heard).isEmpty();
    }
}
