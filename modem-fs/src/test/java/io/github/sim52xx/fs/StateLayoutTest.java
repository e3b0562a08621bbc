package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.all;
import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static io.github.sim52xx.fs.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that people made: incomplete, with odd names, with links. */
class StateLayoutTest {

    @TempDir
    private Path scratch;

    private Path directory;
    private Path outside;

    @BeforeEach
    void makeOutside() throws Exception {
        directory = scratch.resolve("state");
        outside = Files.createDirectory(scratch.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
    }

    @Test
    void whatIsMissingIsMade() throws Exception {
        StateDirectory.open(directory.resolve("a/b")).close();
        assertThat(directory.resolve("a/b/C")).isDirectory();
        assertThat(directory.resolve("a/b/D")).isDirectory();
        Path link = Files.createSymbolicLink(scratch.resolve("link"), directory.resolve("a/b"));
        try (StateDirectory state = StateDirectory.open(link)) {
            assertThat(state.path()).isEqualTo(directory.resolve("a/b").toRealPath());
        }
    }

    @Test
    void filesPutThereBeforehandAreTheModems() throws Exception {
        Files.createDirectories(directory.resolve("C/Picture/Trip"));
        Files.writeString(directory.resolve("C/Picture/Trip/a b.jpg"), "picture");
        Files.createDirectories(directory.resolve("D/PICTURE"));
        Files.writeString(directory.resolve("D/PICTURE/x"), "x");
        try (StateDirectory state = StateDirectory.open(directory)) {
            assertThat(state.warnings()).isEmpty();
            assertThat(all(Contents.of(state, Drive.C))).hasSize(6).containsEntry("C:/Picture/Trip/a b.jpg", "picture");
            Volume d = Contents.of(state, Drive.D);
            assertThat(d.directories(path("D:/"))).containsExactly("Audio", "PICTURE", "Video", "VideoCall");
            put(d, "D:/picture/y", "y");
        }
        assertThat(directory.resolve("D/PICTURE/y")).hasContent("y");
        assertThat(directory.resolve("D/Picture")).doesNotExist();
    }

    @Test
    void whatTheModemCannotHaveIsLeftAloneAndReported() throws Exception {
        Path c = Files.createDirectories(directory.resolve("C"));
        Path d = Files.createDirectories(directory.resolve("D"));
        Files.writeString(c.resolve("good"), "good");
        Files.writeString(c.resolve("a:b"), "odd");
        Files.writeString(c.resolve(".hidden"), "odd");
        Files.writeString(c.resolve("line\nbreak"), "odd");
        Files.writeString(c.resolve("x".repeat(250)), "odd");
        Files.createFile(Path.of(URI.create(c.toUri() + "%FFlatin")));
        Files.createDirectories(c.resolve("odd;dir/sub"));
        Files.createSymbolicLink(c.resolve("link"), outside.resolve("secret"));
        Files.createSymbolicLink(c.resolve("linkdir"), outside);
        Files.createSymbolicLink(c.resolve("dangling"), outside.resolve("no"));
        Files.writeString(d.resolve("a.txt"), "small");
        Files.writeString(d.resolve("A.TXT"), "large");
        Map<String, String> before = HostSnapshot.everything(scratch);
        try (StateDirectory state = StateDirectory.open(directory)) {
            assertThat(state.warnings())
                    .hasSize(10)
                    .contains(
                            "C:/.hidden is left alone: not a name that the modem can have",
                            "C:/a:b is left alone: not a name that the modem can have",
                            "C:/line?break is left alone: not a name that the modem can have",
                            "C:/odd;dir is left alone: not a name that the modem can have",
                            "C:/" + "x".repeat(250) + " is left alone: path too long",
                            "C:/link is left alone: symbolic link",
                            "C:/linkdir is left alone: symbolic link",
                            "C:/dangling is left alone: symbolic link",
                            "D:/a.txt is left alone: another one differs only in case")
                    .allMatch(line -> line.lines().count() == 1);
            List<String> more = new ArrayList<>();
            Volume flash = Contents.volume(Drive.C, 1 << 20, state.mirror(Drive.C, more::add));
            Volume card = Contents.volume(Drive.D, 1 << 20, state.mirror(Drive.D, more::add));
            assertThat(all(flash)).hasSize(5).containsEntry("C:/good", "good");
            assertThat(all(card)).hasSize(5).containsEntry("D:/A.TXT", "large");
            assertThat(more).isEmpty();
            for (String taken : List.of("link", "linkdir", "dangling")) {
                assertRefused(FileSystemError.CREATE, () -> put(flash, "C:/" + taken, "modem"));
                assertRefused(FileSystemError.CREATE, () -> flash.createDirectory(path("C:/" + taken)));
            }
            flash.deleteFiles(path("C:/"));
            card.format();
        }
        before.keySet().removeAll(List.of("state/C/good", "state/D/A.TXT"));
        assertThat(HostSnapshot.everything(scratch)).containsAllEntriesOf(before);
        assertThat(directory.resolve("D/A.TXT")).doesNotExist();
    }

    @Test
    void formattingKeepsDirectoriesThatHoldWhatIsNotTheModems() throws Exception {
        Files.createDirectories(directory.resolve("D/dir/sub"));
        Files.writeString(directory.resolve("D/dir/file"), "1");
        Files.createSymbolicLink(directory.resolve("D/dir/link"), outside);
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume d = Contents.of(state, Drive.D);
            d.format();
            assertThat(all(d)).hasSize(5).containsKey("D:/dir/");
            assertRefused(FileSystemError.WRITE, () -> d.deleteDirectory(path("D:/dir")));
        }
        assertThat(outside.resolve("secret")).hasContent("secret");
    }

    @Test
    void aDirectoryThatBecomesALinkLeadsNowhere() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = Contents.of(state, Drive.C);
            c.createDirectory(path("C:/dir"));
            put(c, "C:/dir/secret", "mine");
            Files.delete(directory.resolve("C/dir/secret"));
            Files.delete(directory.resolve("C/dir"));
            Files.createSymbolicLink(directory.resolve("C/dir"), outside);
            assertRefused(FileSystemError.WRITE, () -> put(c, "C:/dir/new", "x"));
            assertRefused(FileSystemError.WRITE, () -> c.deleteFile(path("C:/dir/secret")));
            assertRefused(FileSystemError.WRITE, () -> c.deleteFiles(path("C:/dir")));
            assertRefused(FileSystemError.WRITE, () -> c.createDirectory(path("C:/dir/sub")));
        }
        assertThat(HostSnapshot.everything(outside))
                .containsOnlyKeys("", "secret")
                .containsEntry("secret", "secret");
    }

    @Test
    void filesThatDoNotFitAreLeftAlone() throws Exception {
        Files.createDirectories(directory.resolve("C"));
        Files.write(directory.resolve("C/a"), new byte[30_000]);
        Files.write(directory.resolve("C/b"), new byte[30_000]);
        Files.write(directory.resolve("C/c"), new byte[5_000]);
        List<String> console = new ArrayList<>();
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = Contents.volume(Drive.C, 50_000, state.mirror(Drive.C, console::add));
            assertThat(c.files(path("C:/"))).containsExactly("a", "c");
            assertThat(console).containsExactly("C:/b is left alone: no room on the drive");
        }
        assertThat(directory.resolve("C/b")).hasSize(30_000);
    }

    @Test
    void missingPermissionsShow() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            Contents.of(state, Drive.D).used();
        }
        for (String name : List.of("", "C", "D", ".tmp", "D/Audio")) {
            CuttableHost host = new CuttableHost();
            host.deny(name.isEmpty() ? directory : directory.resolve(name));
            assertThatExceptionOfType(StateDirectoryException.class)
                    .isThrownBy(() -> StateDirectory.open(directory, host))
                    .withMessage("state directory " + directory + " cannot be used: no permission for "
                            + (name.isEmpty() ? directory : directory.resolve(name)));
        }
        Files.createDirectory(directory.resolve("C/dir"));
        Files.writeString(directory.resolve("C/dir/file"), "kept");
        CuttableHost host = new CuttableHost();
        host.deny(directory.resolve("C/dir/file"));
        try (StateDirectory state = StateDirectory.open(directory, host)) {
            assertThat(state.warnings()).containsExactly("C:/dir/file is left alone: no permission");
            assertThat(all(Contents.of(state, Drive.C))).hasSize(5).containsKey("C:/dir/");
        }
        CuttableHost changing = new CuttableHost();
        try (StateDirectory state = StateDirectory.open(directory, changing)) {
            Volume c = Contents.of(state, Drive.C);
            assertThat(c.files(path("C:/dir"))).containsExactly("file");
            changing.deny(directory.resolve("C/dir"));
            assertRefused(FileSystemError.WRITE, () -> c.deleteFiles(path("C:/dir")));
            assertThat(c.files(path("C:/dir"))).containsExactly("file");
        }
    }

    @Test
    void warningsAreBounded() throws Exception {
        Files.createDirectories(directory.resolve("C"));
        for (int i = 0; i < 50; i++) {
            Files.createFile(directory.resolve("C/." + i));
        }
        try (StateDirectory state = StateDirectory.open(directory)) {
            assertThat(state.warnings()).hasSize(21).last().isEqualTo("30 more files are left alone");
        }
    }

    @Test
    void aLayoutThatCannotWorkIsRefusedAtOnce() throws Exception {
        for (String name : List.of("C", "D", ".tmp", "C/Audio", "D/picture", "D/Video")) {
            Path state = scratch.resolve("file-" + name.replace('/', '-'));
            Files.createDirectories(state.resolve(name).getParent());
            Files.writeString(state.resolve(name), "a file");
            assertUnusable(state, name);
            assertThat(state.resolve(name)).hasContent("a file");
            Path linked = scratch.resolve("link-" + name.replace('/', '-'));
            Files.createDirectories(linked.resolve(name).getParent());
            Files.createSymbolicLink(linked.resolve(name), outside);
            assertUnusable(linked, name);
        }
        assertUnusable(Files.writeString(scratch.resolve("plain"), ""), "");
        Path lock = Files.createDirectory(scratch.resolve("lock"));
        Files.createSymbolicLink(lock.resolve("lock"), outside.resolve("secret"));
        assertUnusable(lock, "");
        assertThat(HostSnapshot.everything(outside))
                .containsOnlyKeys("", "secret")
                .containsEntry("secret", "secret");
    }

    private static void assertUnusable(Path state, String name) {
        assertThatExceptionOfType(StateDirectoryException.class)
                .isThrownBy(() -> StateDirectory.open(state))
                .withMessageStartingWith("state directory " + state + " cannot be used: ")
                .withMessageContaining(name)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
