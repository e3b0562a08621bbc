package io.github.sim52xx.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.files.ModemFiles.Kind;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.fs.ModemPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the files of any modem, wherever they are. */
abstract class ModemFilesTest {

    /** Of a modem with 1 MB of flash and a card. */
    abstract ModemFiles files() throws IOException;

    @Test
    void thereIsWhatAModemAlwaysHas() throws IOException {
        assertThat(files().drives()).containsExactly(Drive.C, Drive.D);
        assertThat(files().directories(path("C:/"))).containsExactly("Audio", "Picture", "Video", "VideoCall");
        assertThat(files().files(path("C:/"))).isEmpty();
        assertThat(files().kind(path("C:/"))).isEqualTo(Kind.DIRECTORY);
        assertThat(files().kind(path("C:/nothing"))).isEqualTo(Kind.NONE);
        assertThat(files().free(Drive.C)).isEqualTo(1 << 20);
    }

    @Test
    void allBytesOfAFileSurvive() throws IOException {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        for (String name : List.of("D:/a.bin", "C:/Picture/with blank.bin", "C:/Übergröße €.bin")) {
            write(name, content);
            assertThat(read(name)).isEqualTo(content);
            assertThat(files().kind(path(name))).isEqualTo(Kind.FILE);
            assertThat(files().files(path(name).parent())).contains(path(name).name());
            assertThat(files().attributes(path(name)).size()).isEqualTo(content.length);
            assertThat(files().attributes(path(name)).created()).isNotNull();
        }
    }

    @Test
    void anEmptyFileIsOne() throws IOException {
        write("C:/empty", new byte[0]);
        assertThat(read("C:/empty")).isEmpty();
        assertThat(files().attributes(path("C:/empty")).size()).isZero();
    }

    @Test
    void directoriesComeAndGo() throws IOException {
        Changes changes = new Changes(files());
        changes.makeDirectory(path("C:/Notes/my own/ä"), true);
        write("C:/Notes/my own/ä/a.txt", new byte[] {1});
        assertThatThrownBy(() -> changes.delete(path("C:/Notes"), false, false)).hasMessageContaining("-r");
        changes.delete(path("C:/Notes"), true, false);
        assertThat(files().kind(path("C:/Notes"))).isEqualTo(Kind.NONE);
        assertThatThrownBy(() -> changes.delete(path("C:/Notes"), true, false)).hasMessageContaining("no such file");
        changes.delete(path("C:/Notes"), true, true);
        assertThatThrownBy(() -> changes.makeDirectory(path("C:/Notes/b"), false))
                .hasMessageContaining("-p");
    }

    @Test
    void aWholeDriveIsEmptiedOnlyOnPurpose() throws IOException {
        Changes changes = new Changes(files());
        write("C:/Picture/a.jpg", new byte[] {1});
        write("C:/b.jpg", new byte[] {1});
        assertThatThrownBy(() -> changes.delete(path("C:/"), true, false)).hasMessageContaining("--force");
        changes.delete(path("C:/"), true, true);
        assertThat(files().files(path("C:/Picture"))).isEmpty();
        assertThat(files().directories(path("C:/"))).containsExactly("Audio", "Picture", "Video", "VideoCall");
    }

    @Test
    void aCopyReplacesAFileOnlyOnPurposeAndOnlyWhenItIsComplete(@TempDir Path host) throws IOException {
        Copies copies = new Copies(files(), what -> (bytes, total) -> true);
        Path file = Files.write(host.resolve("new"), new byte[] {2, 2});
        write("C:/a", new byte[] {1});
        assertThatThrownBy(() -> copies.put(file, path("C:/a"), false)).hasMessageContaining("--force");
        copies.put(file, path("C:/a"), true);
        assertThat(read("C:/a")).containsExactly(2, 2);
        assertThat(files().files(path("C:/"))).containsExactly("a");
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsWritten(@TempDir Path host) throws IOException {
        Path file = Files.write(host.resolve("big"), new byte[(1 << 20) + 1]);
        Copies copies = new Copies(files(), what -> (bytes, total) -> true);
        assertThatThrownBy(() -> copies.put(file, path("C:/big"), false)).hasMessageContaining("no room on C:");
        assertThat(files().files(path("C:/"))).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeCopied(@TempDir Path host) throws IOException {
        Copies copies = new Copies(files(), what -> (bytes, total) -> true);
        assertThatThrownBy(() -> copies.get(path("C:/a"), host.resolve("a"), false))
                .hasMessage("C:/a: no such file");
        assertThatThrownBy(() -> copies.get(path("C:/Picture"), host.resolve("a"), false))
                .hasMessageContaining("is a directory");
        assertThat(host).isEmptyDirectory();
    }

    @Test
    void aTreeIsShownWithAllThatIsInIt() throws IOException {
        write("C:/Picture/ä b.jpg", new byte[] {1});
        List<String> shown = new ArrayList<>();
        new Listing(files(), shown::add).tree(path("C:/"));
        assertThat(shown)
                .containsExactly(
                        "C:/",
                        "├── Audio/",
                        "├── Picture/",
                        "│   └── ä b.jpg",
                        "├── Video/",
                        "└── VideoCall/",
                        "",
                        "4 directories, 1 file");
    }

    void write(String name, byte[] content) throws IOException {
        files().write(path(name), new ByteArrayInputStream(content), content.length, (bytes, total) -> true);
    }

    byte[] read(String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        files().read(path(name), content, (bytes, total) -> true);
        return content.toByteArray();
    }

    static ModemPath path(String text) throws IOException {
        return ModemPath.parse(FileName.encode(text), ModemPath.root(Drive.C));
    }
}
