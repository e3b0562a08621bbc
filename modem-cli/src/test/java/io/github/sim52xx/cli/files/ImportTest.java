package io.github.sim52xx.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of the host on the drives, and nothing that it only points to. */
class ImportTest {

    @TempDir
    private Path host;

    private final FilesInMemory files = new FilesInMemory();
    private final List<String> remarks = new ArrayList<>();
    private Path flash;

    @BeforeEach
    void makeDrive() throws IOException {
        flash = Files.createDirectory(host.resolve("C"));
    }

    @Test
    void copiesWithDirectories() throws IOException {
        Files.createDirectory(flash.resolve("Notes"));
        Files.writeString(flash.resolve("Notes/Bär 1.txt"), "abc");
        assertThat(importAll(false)).isEqualTo(1);
        assertThat(files.contents.get("C:/Notes/Bär 1.txt")).containsExactly('a', 'b', 'c');
    }

    @Test
    void linksAndImpossibleNamesAreLeftOut(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "secret");
        Files.createSymbolicLink(flash.resolve("directory"), elsewhere);
        Files.createSymbolicLink(flash.resolve("file"), elsewhere.resolve("secret"));
        Files.writeString(flash.resolve("a*b"), "x");
        Files.writeString(flash.resolve("a\nb"), "x");
        assertThat(importAll(false)).isZero();
        assertThat(files.contents).isEmpty();
        assertThat(remarks).hasSize(4).noneMatch(remark -> remark.contains("\n"));
    }

    @Test
    void aDriveThatIsALinkIsNoDrive(@TempDir Path elsewhere) throws IOException {
        Files.delete(flash);
        Files.createSymbolicLink(flash, elsewhere);
        assertThatThrownBy(() -> importAll(false)).hasMessageContaining("neither C nor D");
    }

    @Test
    void allOrNothingFits() throws IOException {
        Files.write(flash.resolve("a"), new byte[600]);
        Files.write(flash.resolve("b"), new byte[600]);
        assertThatThrownBy(() -> importAll(false)).hasMessage("no room on C: for 1200 bytes, 1000 are free");
        assertThat(files.contents).isEmpty();
    }

    @Test
    void overwritesNothingUnasked() throws IOException {
        Files.writeString(flash.resolve("a"), "new");
        Files.writeString(flash.resolve("b"), "new");
        files.contents.put("C:/b", new byte[] {1});
        assertThatThrownBy(() -> importAll(false)).hasMessageContaining("C:/b exists; --force");
        assertThat(files.contents).containsOnlyKeys("C:/b");
        assertThat(importAll(true)).isEqualTo(2);
        assertThat(files.contents.get("C:/b")).containsExactly('n', 'e', 'w');
        assertThat(files.contents).containsOnlyKeys("C:/a", "C:/b");
    }

    private int importAll(boolean force) throws IOException {
        Copies copies = new Copies(files, what -> (bytes, total) -> true);
        return new Import(files, copies, remarks::add).from(host, force);
    }
}
