package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.all;
import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static io.github.sim52xx.fs.Contents.text;
import static io.github.sim52xx.fs.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** Somebody pulls the card while it is in use. */
class CardRemovalTest {

    private final Volume card = Contents.memory(Drive.D, 1 << 20);

    @Test
    void everythingFailsWithoutACard() throws Exception {
        put(card, "D:/a", "1");
        card.remove();
        assertRefused(FileSystemError.NO_CARD, () -> card.files(path("D:/")));
        assertRefused(FileSystemError.NO_CARD, () -> card.exists(path("D:/a")));
        assertRefused(FileSystemError.NO_CARD, () -> card.open(path("D:/a")));
        assertRefused(FileSystemError.NO_CARD, () -> card.create(path("D:/b")));
        assertRefused(FileSystemError.NO_CARD, () -> card.createDirectory(path("D:/b")));
        assertRefused(FileSystemError.NO_CARD, () -> card.deleteFiles(path("D:/")));
        assertRefused(FileSystemError.NO_CARD, card::stage);
        assertRefused(FileSystemError.NO_CARD, card::format);
        assertRefused(FileSystemError.NO_CARD, card::used);
        card.insert();
        assertThat(text(card, "D:/a")).isEqualTo("1");
    }

    @Test
    void whatWasOpenStaysDead() throws Exception {
        put(card, "D:/a", "1");
        InputStream reading = card.open(path("D:/a"));
        NewFile writing = card.create(path("D:/b"));
        writing.write(new byte[10_000]);
        Staging staging = card.stage();
        OutputStream staged = staging.file("c");
        for (int pass = 0; pass < 2; pass++) {
            if (pass == 0) {
                card.remove();
            } else {
                card.insert();
            }
            assertRefused(FileSystemError.NO_CARD, reading::read);
            assertRefused(FileSystemError.NO_CARD, () -> reading.read(new byte[5]));
            assertRefused(FileSystemError.NO_CARD, () -> writing.write(1));
            assertRefused(FileSystemError.NO_CARD, writing::commit);
            assertRefused(FileSystemError.NO_CARD, () -> staged.write(new byte[3]));
            assertRefused(FileSystemError.NO_CARD, () -> staging.file("d"));
            assertRefused(FileSystemError.NO_CARD, () -> staging.rename("c", "d"));
            assertRefused(FileSystemError.NO_CARD, () -> staging.commit(path("D:/mail")));
        }
        reading.close();
        writing.close();
        staged.close();
        staging.close();
        assertThat(all(card)).hasSize(5).containsEntry("D:/a", "1");
        assertThat(card.used()).isEqualTo(4096);
    }

    @Test
    void aCopyFromOrToItFails() throws Exception {
        Volume flash = Contents.memory(Drive.C, 1 << 20);
        put(card, "D:/a", new byte[100_000]);
        Progress pullHalfWay = (bytes, total) -> {
            if (bytes > 50_000) {
                card.remove();
            }
            return true;
        };
        assertRefused(FileSystemError.NO_CARD, () -> card.copy(path("D:/a"), flash, path("C:/b"), pullHalfWay));
        assertThat(all(flash)).hasSize(4);
        assertThat(flash.used()).isZero();
        card.insert();
        put(flash, "C:/c", new byte[100_000]);
        assertRefused(FileSystemError.NO_CARD, () -> flash.copy(path("C:/c"), card, path("D:/d"), pullHalfWay));
        card.insert();
        assertThat(card.files(path("D:/"))).containsExactly("a");
    }
}
