package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static io.github.sim52xx.fs.Contents.text;
import static io.github.sim52xx.fs.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A card that is full, protected, or another one, and a power cut. */
class MediumTest {

    private final Volume card = Contents.memory(Drive.D, 1 << 20);

    @BeforeEach
    void fill() throws Exception {
        put(card, "D:/a", "1");
        card.createDirectory(path("D:/x"));
    }

    @Test
    void whatIsFullTakesNothingMore() throws Exception {
        NewFile open = card.create(path("D:/b"));
        open.write(new byte[10]);
        card.setFull(true);
        assertThat(card.used()).isEqualTo(card.capacity());
        assertRefused(FileSystemError.NO_SPACE_ON_CARD, () -> open.write(1));
        assertRefused(FileSystemError.NO_SPACE_ON_CARD, open::commit);
        open.close();
        assertRefused(FileSystemError.NO_SPACE_ON_CARD, () -> card.create(path("D:/c")));
        assertRefused(FileSystemError.NO_SPACE_ON_CARD, () -> card.createDirectory(path("D:/y")));
        assertRefused(FileSystemError.NO_SPACE_ON_CARD, card::stage);
        assertThat(text(card, "D:/a")).isEqualTo("1");
        card.rename(path("D:/a"), "b");
        card.deleteFile(path("D:/b"));
        card.setFull(false);
        put(card, "D:/c", "2");
        assertThat(card.files(path("D:/"))).containsExactly("c");
        assertThat(card.used()).isEqualTo(4096);
    }

    @Test
    void aFileThatIsCompleteAppearsOnAFullCard() throws Exception {
        NewFile open = card.create(path("D:/b"));
        open.write('x');
        card.setFull(true);
        open.commit();
        assertThat(text(card, "D:/b")).isEqualTo("x");
    }

    @Test
    void fullFlashIsCalledOtherwise() {
        Volume flash = Contents.memory(Drive.C, 1 << 20);
        flash.setFull(true);
        assertRefused(FileSystemError.NO_SPACE_IN_FLASH, () -> flash.create(path("C:/a")));
    }

    @Test
    void whatIsProtectedIsOnlyRead() throws Exception {
        NewFile open = card.create(path("D:/b"));
        Staging staging = card.stage();
        OutputStream staged = staging.file("c");
        card.setReadOnly(true);
        assertRefused(FileSystemError.WRITE, () -> open.write(1));
        assertRefused(FileSystemError.WRITE, open::commit);
        assertRefused(FileSystemError.WRITE, () -> staged.write(1));
        assertRefused(FileSystemError.WRITE, () -> staging.file("d"));
        assertRefused(FileSystemError.WRITE, () -> staging.commit(path("D:/mail")));
        open.close();
        staging.close();
        assertRefused(FileSystemError.WRITE, () -> card.create(path("D:/c")));
        assertRefused(FileSystemError.WRITE, () -> card.createDirectory(path("D:/y")));
        assertRefused(FileSystemError.WRITE, () -> card.deleteFile(path("D:/a")));
        assertRefused(FileSystemError.WRITE, () -> card.deleteFiles(path("D:/")));
        assertRefused(FileSystemError.WRITE, () -> card.deleteDirectory(path("D:/x")));
        assertRefused(FileSystemError.WRITE, () -> card.rename(path("D:/a"), "z"));
        assertRefused(FileSystemError.WRITE, card::stage);
        assertRefused(FileSystemError.WRITE, card::format);
        assertRefused(FileSystemError.NO_FILE, () -> card.deleteFile(path("D:/none")));
        assertThat(text(card, "D:/a")).isEqualTo("1");
        assertThat(card.used()).isEqualTo(4096);
        card.setReadOnly(false);
        card.deleteFile(path("D:/a"));
        assertThat(card.used()).isZero();
    }

    @Test
    void anotherCardIsEmptyAndGoneWhenItIsPulled() throws Exception {
        card.setReadOnly(true);
        InputStream reading = card.open(path("D:/a"));
        card.remove();
        card.insertAnother(2 << 20);
        assertThat(card.capacity()).isEqualTo(2 << 20);
        assertThat(card.isReadOnly()).isFalse();
        assertThat(card.files(path("D:/"))).isEmpty();
        assertThat(card.directories(path("D:/"))).containsExactly("Audio", "Picture", "Video", "VideoCall");
        assertRefused(FileSystemError.NO_CARD, reading::read);
        put(card, "D:/other", "2");
        card.setFull(true);
        card.remove();
        assertThat(card.capacity()).isEqualTo(1 << 20);
        assertRefused(FileSystemError.NO_CARD, card::used);
        card.insert();
        assertThat(card.isReadOnly()).isTrue();
        assertThat(card.isFull()).isFalse();
        assertThat(card.files(path("D:/"))).containsExactly("a");
    }

    @Test
    void whatIsBeingWrittenWhenThePowerGoesHasNeverBeenThere() throws Exception {
        NewFile writing = card.create(path("D:/b"));
        writing.write(new byte[10_000]);
        InputStream reading = card.open(path("D:/a"));
        card.powerOff();
        assertRefused(FileSystemError.NO_CARD, writing::commit);
        assertRefused(FileSystemError.NO_CARD, reading::read);
        writing.close();
        assertThat(card.files(path("D:/"))).containsExactly("a");
        assertThat(card.used()).isEqualTo(4096);
    }
}
