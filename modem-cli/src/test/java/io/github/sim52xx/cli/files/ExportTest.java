package io.github.sim52xx.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives on the host, and nothing anywhere else. */
class ExportTest {

    @TempDir
    private Path host;

    private final FilesInMemory files = new FilesInMemory();
    private final List<String> remarks = new ArrayList<>();

    @Test
    void copiesWithDirectories() throws IOException {
        files.made.add("C:/Picture");
        files.contents.put("C:/Picture/Bär 1.jpg", new byte[] {1, 2});
        files.contents.put("C:/a.txt", new byte[0]);
        assertThat(export(false)).isEqualTo(2);
        assertThat(host.resolve("C/Picture/Bär 1.jpg")).hasBinaryContent(new byte[] {1, 2});
        assertThat(host.resolve("C/a.txt")).isEmptyFile();
        assertThat(remarks).isEmpty();
    }

    @Test
    void namesThatLeadElsewhereAreLeftOut() throws IOException {
        List<String> strange = List.of("..", ".", "../x", "/etc/x", "a/../../x", "x\u0000y", "x\ny", "");
        files.strangeNames.addAll(strange);
        assertThat(export(true)).isZero();
        assertThat(remarks).hasSize(strange.size()).allMatch(remark -> remark.matches("left out: .* in C:/"));
        try (var below = Files.walk(host)) {
            assertThat(below).containsExactlyInAnyOrder(host, host.resolve("C"));
        }
    }

    @Test
    void overwritesNothingUnasked() throws IOException {
        files.contents.put("C:/a", new byte[] {1});
        files.contents.put("C:/b", new byte[] {2});
        Files.createDirectory(host.resolve("C"));
        Path there = Files.writeString(host.resolve("C/b"), "old");
        assertThatThrownBy(() -> export(false)).hasMessageContaining("--force");
        assertThat(host.resolve("C/a")).doesNotExist();
        assertThat(there).hasContent("old");
        assertThat(export(true)).isEqualTo(2);
        assertThat(there).hasBinaryContent(new byte[] {2});
    }

    @Test
    void doesNotFollowLinks(@TempDir Path elsewhere) throws IOException {
        files.contents.put("C:/a", new byte[] {1});
        Files.createSymbolicLink(host.resolve("C"), elsewhere);
        assertThatThrownBy(() -> export(true)).hasMessageContaining("symbolic link");
        Files.delete(host.resolve("C"));
        Files.createDirectory(host.resolve("C"));
        Files.createSymbolicLink(host.resolve("C/a"), elsewhere.resolve("a"));
        assertThatThrownBy(() -> export(true)).hasMessageContaining("symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private int export(boolean force) throws IOException {
        Copies copies = new Copies(files, what -> (bytes, total) -> true);
        return new Export(files, copies, remarks::add).to(host, force);
    }
}
