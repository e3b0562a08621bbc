package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.all;
import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static io.github.sim52xx.fs.Contents.text;
import static io.github.sim52xx.fs.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Directories and files of a volume in memory. */
class VolumeTest {

    private final Volume flash = Contents.memory(Drive.C, 1 << 20);
    private final Volume card = Contents.memory(Drive.D, 1 << 20);

    @Test
    void automaticDirectoriesAreThereAndListedFirst() throws Exception {
        flash.createDirectory(path("C:/Zoo"));
        flash.createDirectory(path("C:/Ant"));
        flash.createDirectory(path("C:/Zoo/Video"));
        flash.createDirectory(path("C:/Zoo/Ant"));
        assertThat(flash.directories(path("C:/")))
                .containsExactly("Audio", "Picture", "Video", "VideoCall", "Ant", "Zoo");
        assertThat(flash.directories(path("C:/Zoo"))).containsExactly("Ant", "Video");
        assertThat(card.directories(path("D:/"))).containsExactly("Audio", "Picture", "Video", "VideoCall");
    }

    @Test
    void filesAppearWhenTheyAreCommitted() throws Exception {
        try (NewFile file = flash.create(path("C:/a.txt"))) {
            file.write('h');
            file.write("ello".getBytes());
            assertThat(flash.files(path("C:/"))).isEmpty();
            assertThat(flash.used()).isEqualTo(4096);
            file.commit();
        }
        assertThat(flash.files(path("C:/"))).containsExactly("a.txt");
        assertThat(flash.size(path("C:/a.txt"))).isEqualTo(5);
        assertThat(flash.created(path("C:/a.txt"))).isEqualTo(Contents.NOW);
        assertThat(text(flash, "C:/a.txt")).isEqualTo("hello");
    }

    @Test
    void filesThatAreNotCommittedHaveNeverBeenThere() throws Exception {
        try (NewFile file = flash.create(path("C:/a.txt"))) {
            file.write(new byte[100_000]);
        }
        assertThat(flash.files(path("C:/"))).isEmpty();
        assertThat(flash.used()).isZero();
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        put(flash, "C:/a", "1");
        assertRefused(FileSystemError.FILE_EXISTS, () -> flash.create(path("C:/a")));
        assertRefused(FileSystemError.DIRECTORY_EXISTS, () -> flash.create(path("C:/Audio")));
        assertRefused(FileSystemError.DIRECTORY_EXISTS, () -> flash.create(path("C:/")));
        try (NewFile slow = flash.create(path("C:/b"))) {
            put(flash, "C:/b", "first");
            assertRefused(FileSystemError.FILE_EXISTS, slow::commit);
        }
        assertThat(text(flash, "C:/b")).isEqualTo("first");
    }

    @Test
    void parentsMustExist() {
        assertRefused(FileSystemError.NO_DIRECTORY, () -> flash.create(path("C:/no/a")));
        assertRefused(FileSystemError.NO_DIRECTORY, () -> flash.createDirectory(path("C:/no/a")));
        assertRefused(FileSystemError.NO_DIRECTORY, () -> flash.files(path("C:/no")));
        assertRefused(FileSystemError.NO_FILE, () -> flash.open(path("C:/no/a")));
        assertRefused(FileSystemError.NO_FILE, () -> flash.size(path("C:/Audio")));
    }

    @Test
    void flashTellsCaseAndTheCardKeepsIt() throws Exception {
        put(flash, "C:/a.txt", "small");
        put(flash, "C:/A.TXT", "large");
        flash.createDirectory(path("C:/audio"));
        assertThat(flash.files(path("C:/"))).containsExactly("A.TXT", "a.txt");
        put(card, "D:/picture/Cat.jpg", "meow");
        assertRefused(FileSystemError.FILE_EXISTS, () -> card.create(path("D:/PICTURE/cat.JPG")));
        assertRefused(FileSystemError.DIRECTORY_EXISTS, () -> card.createDirectory(path("D:/picture")));
        assertThat(text(card, "D:/PICTURE/CAT.JPG")).isEqualTo("meow");
        assertThat(card.actual(path("D:/PICTURE/CAT.JPG"))).hasToString("D:/Picture/Cat.jpg");
    }

    @Test
    void renamesWithinADirectory() throws Exception {
        put(flash, "C:/a", "1");
        put(flash, "C:/b", "2");
        assertRefused(FileSystemError.FILE_EXISTS, () -> flash.rename(path("C:/a"), "b"));
        assertRefused(FileSystemError.FILE_EXISTS, () -> flash.rename(path("C:/a"), "a"));
        assertRefused(FileSystemError.DIRECTORY_EXISTS, () -> flash.rename(path("C:/a"), "Audio"));
        assertRefused(FileSystemError.NO_FILE, () -> flash.rename(path("C:/c"), "d"));
        assertRefused(FileSystemError.INVALID_NAME, () -> flash.rename(path("C:/a"), "x/y"));
        flash.rename(path("C:/a"), "A");
        flash.rename(path("C:/b"), "\u00fc.b");
        assertThat(all(flash))
                .containsEntry("C:/A", "1")
                .containsEntry("C:/\u00fc.b", "2")
                .hasSize(6);
    }

    @Test
    void aNameCanChangeItsCaseOnTheCard() throws Exception {
        put(card, "D:/a.txt", "1");
        card.rename(path("D:/A.TXT"), "A.Txt");
        assertThat(card.files(path("D:/"))).containsExactly("A.Txt");
        assertThat(text(card, "D:/a.txt")).isEqualTo("1");
        assertRefused(FileSystemError.FILE_EXISTS, () -> card.rename(path("D:/a.txt"), "A.Txt"));
    }

    @Test
    void deletesFilesAndEmptyDirectories() throws Exception {
        flash.createDirectory(path("C:/x"));
        put(flash, "C:/x/a", "1");
        put(flash, "C:/x/b", "2");
        flash.createDirectory(path("C:/x/y"));
        assertRefused(FileSystemError.DIRECTORY_NOT_DELETABLE, () -> flash.deleteDirectory(path("C:/x")));
        assertRefused(FileSystemError.NO_DIRECTORY, () -> flash.deleteDirectory(path("C:/x/a")));
        assertRefused(FileSystemError.NO_FILE, () -> flash.deleteFile(path("C:/x/y")));
        flash.deleteFile(path("C:/x/a"));
        assertRefused(FileSystemError.NO_FILE, () -> flash.deleteFile(path("C:/x/a")));
        put(flash, "C:/x/c", "3");
        flash.deleteFiles(path("C:/x"));
        flash.deleteFiles(path("C:/x"));
        assertThat(flash.files(path("C:/x"))).isEmpty();
        assertThat(flash.used()).isZero();
        assertRefused(FileSystemError.DIRECTORY_NOT_DELETABLE, () -> flash.deleteDirectory(path("C:/x")));
        flash.deleteDirectory(path("C:/x/y"));
        flash.deleteDirectory(path("C:/x"));
        assertThat(all(flash)).hasSize(4);
    }

    @Test
    void automaticDirectoriesStay() {
        assertRefused(FileSystemError.DIRECTORY_NOT_DELETABLE, () -> flash.deleteDirectory(path("C:/Audio")));
        assertRefused(FileSystemError.DIRECTORY_NOT_DELETABLE, () -> flash.deleteDirectory(path("C:/")));
        assertRefused(FileSystemError.DIRECTORY_NOT_DELETABLE, () -> card.deleteDirectory(path("D:/VIDEOCALL")));
    }

    @Test
    void anOpenFileOutlivesItsDeletion() throws Exception {
        put(flash, "C:/a", "content");
        try (InputStream open = flash.open(path("C:/a"))) {
            flash.deleteFile(path("C:/a"));
            assertThat(open.available()).isEqualTo(7);
            assertThat(open.read()).isEqualTo('c');
            assertThat(open.skip(2)).isEqualTo(2);
            assertThat(open.readAllBytes()).asString().isEqualTo("tent");
        }
        assertThat(flash.used()).isZero();
    }

    @Test
    void spaceIsCountedInBlocks() throws Exception {
        Volume small = Contents.memory(Drive.C, 5 * 4096 + 4095);
        assertThat(small.capacity()).isEqualTo(5 * 4096);
        put(small, "C:/a", new byte[4097]);
        put(small, "C:/empty", new byte[0]);
        assertThat(small.used()).isEqualTo(2 * 4096);
    }

    @Test
    void aFullVolumeKeepsNothingHalf() throws Exception {
        Volume small = Contents.memory(Drive.C, 5 * 4096);
        put(small, "C:/a", new byte[4097]);
        try (NewFile file = small.create(path("C:/b"))) {
            file.write(new byte[3 * 4096]);
            assertRefused(FileSystemError.NO_SPACE_IN_FLASH, () -> file.write(1));
            assertRefused(FileSystemError.NO_SPACE_IN_FLASH, () -> file.write(1));
            assertRefused(FileSystemError.NO_SPACE_IN_FLASH, file::commit);
        }
        assertThat(small.files(path("C:/"))).containsExactly("a");
        assertThat(small.used()).isEqualTo(2 * 4096);
        put(small, "C:/b", new byte[3 * 4096]);
        Volume noCard = Contents.memory(Drive.D, 0);
        assertRefused(FileSystemError.NO_SPACE_ON_CARD, () -> put(noCard, "D:/a", "x"));
    }

    @Test
    void namesAloneCannotFillTheHost() throws Exception {
        Volume small = Contents.memory(Drive.C, 4096);
        List<String> made = new ArrayList<>();
        assertRefused(FileSystemError.NO_SPACE_IN_FLASH, () -> {
            for (int i = 0; i < 5000; i++) {
                small.createDirectory(path("C:/d" + i));
                put(small, "C:/f" + i, "");
                made.add("C:/f" + i);
            }
        });
        assertThat(made).hasSizeBetween(400, 600);
        small.deleteFile(path(made.get(0)));
        put(small, "C:/again", "");
    }

    @Test
    void formatLeavesTheAutomaticDirectories() throws Exception {
        put(card, "D:/a", "1");
        card.createDirectory(path("D:/x"));
        put(card, "D:/x/b", "2");
        put(card, "D:/Picture/c", "3");
        InputStream open = card.open(path("D:/a"));
        NewFile begun = card.create(path("D:/n"));
        card.format();
        assertThat(all(card)).containsOnlyKeys("D:/Audio/", "D:/Picture/", "D:/Video/", "D:/VideoCall/");
        assertThat(card.used()).isZero();
        assertRefused(FileSystemError.NO_CARD, open::read);
        assertRefused(FileSystemError.NO_CARD, () -> begun.write(1));
        begun.close();
        put(card, "D:/n", "new");
    }

    @Test
    void copiesWithinAndBetweenVolumes() throws Exception {
        byte[] content = new byte[100_000];
        content[99_999] = 7;
        put(flash, "C:/a", content);
        List<Long> progress = new ArrayList<>();
        boolean complete = flash.copy(path("C:/a"), card, path("D:/b"), (bytes, total) -> progress.add(bytes));
        assertThat(complete).isTrue();
        assertThat(progress).isSorted().startsWith(0L).endsWith(100_000L).hasSizeGreaterThan(5);
        assertThat(card.open(path("D:/b")).readAllBytes()).isEqualTo(content);
        assertThat(flash.copy(path("C:/a"), flash, path("C:/c"), (bytes, total) -> bytes < 50_000))
                .isFalse();
        assertThat(flash.files(path("C:/"))).containsExactly("a");
        assertRefused(
                FileSystemError.NO_SPACE_ON_CARD,
                () -> flash.copy(path("C:/a"), Contents.memory(Drive.D, 50_000), path("D:/b"), (bytes, total) -> true));
    }
}
