package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.all;
import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static io.github.sim52xx.fs.Contents.stage;
import static io.github.sim52xx.fs.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a state directory keeps, and that the host has it as ordinary files at any time. */
class StateDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void theHostHasEverythingAsSoonAsItIsDone() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = Contents.of(state, Drive.C);
            Volume d = Contents.of(state, Drive.D);
            c.createDirectory(path("C:/Dir"));
            assertSame(c);
            put(c, "C:/Dir/a.txt", "1");
            put(c, "C:/Dir/\u4e2d\u6587 \u00fc.txt", "2");
            put(c, "C:/Dir/100%.txt", "3");
            assertSame(c);
            c.rename(path("C:/Dir/a.txt"), "A.txt");
            c.deleteFile(path("C:/Dir/100%.txt"));
            assertSame(c);
            c.copy(path("C:/Dir/A.txt"), d, path("D:/picture/copy.txt"), (bytes, total) -> true);
            d.rename(path("D:/Picture/copy.txt"), "COPY.txt");
            assertSame(d);
            try (Staging mail = d.stage()) {
                stage(mail, "EMAIL000.TXT", "text");
                stage(mail, "b", "2");
                mail.delete("B");
                mail.commit(path("D:/Email/100202110457"));
            }
            assertSame(d);
            c.deleteFiles(path("C:/Dir"));
            c.deleteDirectory(path("C:/Dir"));
            assertSame(c);
            assertThat(all(d)).hasSize(8);
            d.format();
            assertSame(d);
            assertThat(all(d)).hasSize(4);
        }
    }

    @Test
    void everythingIsThereTheNextTime() throws Exception {
        Map<String, String> before;
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume d = Contents.of(state, Drive.D);
            put(d, "D:/Audio/\ud83d\udcf7 \u4e2d.txt", "x".repeat(100_000));
            d.createDirectory(path("D:/Empty"));
            before = all(d);
        }
        try (StateDirectory state = StateDirectory.open(directory)) {
            assertThat(state.warnings()).isEmpty();
            assertThat(all(Contents.of(state, Drive.D))).isEqualTo(before);
        }
    }

    @Test
    void creationTimesSurvive() throws Exception {
        LocalDateTime modemTime = LocalDateTime.parse("1980-01-06T07:27:58");
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = new Volume(Drive.C, 1 << 20, () -> modemTime, state.mirror(Drive.C, line -> {}), true);
            put(c, "C:/a", "1");
        }
        FileTime kept = Files.getLastModifiedTime(directory.resolve("C/a"));
        assertThat(kept.toInstant())
                .isEqualTo(modemTime.atZone(ZoneId.systemDefault()).toInstant());
        Files.setLastModifiedTime(directory.resolve("C/Audio"), FileTime.fromMillis(0));
        Files.writeString(directory.resolve("C/old"), "");
        Files.setLastModifiedTime(directory.resolve("C/old"), FileTime.fromMillis(Long.MIN_VALUE / 1_000_000));
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = Contents.of(state, Drive.C);
            c.rename(path("C:/a"), "b");
            assertThat(c.created(path("C:/b"))).isEqualTo(modemTime);
            assertThat(c.created(path("C:/old")).getYear()).isBetween(1969, 1970);
        }
    }

    @Test
    void contentIsReadOnFirstUse() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = Contents.of(state, Drive.C);
            Files.writeString(directory.resolve("C/late.txt"), "late");
            assertThat(c.files(path("C:/"))).containsExactly("late.txt");
        }
    }

    @Test
    void aTemporaryFileIsOnTheHostWhileItIsWritten() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = Contents.of(state, Drive.C);
            NewFile file = c.create(path("C:/a"));
            file.write(new byte[100_000]);
            assertThat(HostSnapshot.everything(directory.resolve(".tmp")).values())
                    .anyMatch(content -> content.length() > 80_000);
            assertThat(directory.resolve("C/a")).doesNotExist();
            file.close();
            assertThat(directory.resolve(".tmp")).isEmptyDirectory();
        }
    }

    @Test
    void smallFilesAreReplacedWhole() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            assertThat(state.read("nvram.json")).isNull();
            state.replace("nvram.json", "{}".getBytes(StandardCharsets.UTF_8));
            state.replace("nvram.json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
            assertThat(directory.resolve("nvram.json")).content().isEqualTo("{\"a\":1}");
            assertThat(state.read("nvram.json")).asString().isEqualTo("{\"a\":1}");
            for (String name : List.of("lock", "C", ".tmp", "../x.json", "C/x.json", "")) {
                assertThatIllegalArgumentException().isThrownBy(() -> state.replace(name, new byte[0]));
            }
        }
    }

    @Test
    void nothingIsChangedAfterClosing() throws Exception {
        StateDirectory state = StateDirectory.open(directory);
        Volume c = Contents.of(state, Drive.C);
        Staging staging = c.stage();
        stage(staging, "a", "1");
        state.close();
        assertRefused(FileSystemError.WRITE, () -> staging.file("b"));
        assertRefused(FileSystemError.WRITE, () -> staging.commit(path("C:/mail")));
        assertRefused(FileSystemError.WRITE, () -> c.createDirectory(path("C:/x")));
        assertThatIOException().isThrownBy(() -> state.replace("nvram.json", new byte[0]));
        staging.close();
        assertThat(HostSnapshot.of(directory, Drive.C)).hasSize(4);
        StateDirectory.open(directory).close();
        assertThat(directory.resolve(".tmp")).isEmptyDirectory();
    }

    @Test
    void whatIsNotCompleteGoesAtClosing() throws Exception {
        StateDirectory state = StateDirectory.open(directory);
        Staging staging = Contents.of(state, Drive.C).stage();
        stage(staging, "a", "1");
        assertThat(directory.resolve(".tmp")).isNotEmptyDirectory();
        state.close();
        assertThat(directory.resolve(".tmp")).isEmptyDirectory();
        staging.close();
        state.close();
    }

    @Test
    void aChangeThatIsOnlyWrittenDownStaysAtClosing() throws Exception {
        CuttableHost host = new CuttableHost();
        StateDirectory state = host.open(directory);
        Volume c = Contents.of(state, Drive.C);
        try (NewFile file = c.create(path("C:/a"))) {
            file.commit();
        }
        host.failAfter(3);
        c.deleteFiles(path("C:/"));
        state.close();
        assertThat(directory.resolve("C/a")).exists();
        StateDirectory.open(directory).close();
        assertThat(directory.resolve("C/a")).doesNotExist();
    }

    @Test
    void whatTheHostRefusesHasNotHappened() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume c = Contents.of(state, Drive.C);
            put(c, "C:/a", "1");
            Files.writeString(directory.resolve("C/foreign"), "host");
            Files.createDirectory(directory.resolve("C/dir"));
            assertRefused(FileSystemError.CREATE, () -> put(c, "C:/foreign", "modem"));
            assertRefused(FileSystemError.CREATE, () -> c.createDirectory(path("C:/dir")));
            assertRefused(FileSystemError.CREATE, () -> c.rename(path("C:/a"), "foreign"));
            assertRefused(FileSystemError.CREATE, () -> {
                try (Staging mail = c.stage()) {
                    mail.commit(path("C:/dir/mail"));
                }
            });
            Files.delete(directory.resolve("C/a"));
            assertRefused(FileSystemError.WRITE, () -> c.rename(path("C:/a"), "b"));
            assertThat(all(c)).hasSize(5).containsEntry("C:/a", "1");
            c.deleteFile(path("C:/a"));
            assertThat(directory.resolve("C/foreign")).hasContent("host");
            assertThat(c.used()).isZero();
        }
    }

    @Test
    void pulledCardsKeepTheirContent() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            Volume d = Contents.of(state, Drive.D);
            NewFile half = d.create(path("D:/half"));
            half.write(new byte[20_000]);
            d.remove();
            assertRefused(FileSystemError.NO_CARD, () -> half.write(1));
            half.close();
            d.insert();
            assertSame(d);
            assertThat(directory.resolve(".tmp")).isEmptyDirectory();
        }
    }

    private void assertSame(Volume volume) throws Exception {
        assertThat(HostSnapshot.of(directory, volume.drive())).isEqualTo(all(volume));
    }
}
