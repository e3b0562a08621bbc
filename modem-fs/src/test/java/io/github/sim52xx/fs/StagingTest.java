package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.all;
import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.put;
import static io.github.sim52xx.fs.Contents.stage;
import static io.github.sim52xx.fs.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** Directories that appear at once with their files: mails. */
class StagingTest {

    private final Volume flash = Contents.memory(Drive.C, 1 << 20);
    private final Volume card = Contents.memory(Drive.D, 1 << 20);

    @Test
    void everythingAppearsAtOnceWithItsParents() throws Exception {
        try (Staging mail = flash.stage()) {
            stage(mail, "EMAIL000.TXT", "text");
            stage(mail, "a.bin", "attachment");
            assertThat(flash.directories(path("C:/"))).doesNotContain("Email");
            mail.commit(path("C:/Email/100202110457"));
        }
        assertThat(all(flash))
                .hasSize(8)
                .containsEntry("C:/Email/100202110457/EMAIL000.TXT", "text")
                .containsEntry("C:/Email/100202110457/a.bin", "attachment");
        try (Staging mail = flash.stage()) {
            stage(mail, "EMAIL000.TXT", "second");
            mail.commit(path("C:/Email/100202110458"));
        }
        assertThat(flash.directories(path("C:/Email"))).containsExactly("100202110457", "100202110458");
    }

    @Test
    void closingLeavesNothing() throws Exception {
        try (Staging mail = flash.stage()) {
            stage(mail, "a", "text");
            mail.file("open").write(new byte[10_000]);
            assertThat(flash.used()).isEqualTo(4 * 4096);
        }
        assertThat(flash.used()).isZero();
        assertThat(all(flash)).hasSize(4);
    }

    @Test
    void filesAreRenamedAndDeletedBeforeTheyAppear() throws Exception {
        try (Staging mail = card.stage()) {
            stage(mail, "winmail.dat", "1");
            stage(mail, "b", "2");
            OutputStream open = mail.file("c");
            open.write('3');
            assertThat(mail.exists("WINMAIL.DAT")).isTrue();
            mail.rename("Winmail.dat", "WINMAIL.DAT");
            mail.rename("c", "d");
            open.write('4');
            mail.delete("B");
            assertRefused(FileSystemError.NO_FILE, () -> mail.delete("b"));
            assertRefused(FileSystemError.FILE_EXISTS, () -> mail.rename("d", "winmail.DAT"));
            assertRefused(FileSystemError.FILE_EXISTS, () -> mail.file("D"));
            assertRefused(FileSystemError.INVALID_NAME, () -> mail.file("../x"));
            assertRefused(FileSystemError.INVALID_NAME, () -> mail.file("C:x"));
            mail.commit(path("D:/mail"));
        }
        assertThat(all(card))
                .hasSize(7)
                .containsEntry("D:/mail/WINMAIL.DAT", "1")
                .containsEntry("D:/mail/d", "34");
    }

    @Test
    void filesCanBeReadBackBeforeTheyAppear() throws Exception {
        try (Staging mail = card.stage()) {
            stage(mail, "a", "text");
            mail.rename("a", "b");
            try (InputStream content = mail.open("B")) {
                assertThat(content.readAllBytes()).asString().isEqualTo("text");
            }
            assertRefused(FileSystemError.NO_FILE, () -> mail.open("a"));
            InputStream open = mail.open("b");
            card.remove();
            assertRefused(FileSystemError.NO_CARD, open::read);
            assertRefused(FileSystemError.NO_CARD, () -> mail.open("b"));
            open.close();
        }
    }

    @Test
    void aTakenTargetCanBeAvoided() throws Exception {
        card.createDirectory(path("D:/Mail"));
        put(card, "D:/file", "");
        try (Staging mail = card.stage()) {
            stage(mail, "a", "text");
            assertRefused(FileSystemError.DIRECTORY_EXISTS, () -> mail.commit(path("D:/mail")));
            assertRefused(FileSystemError.FILE_EXISTS, () -> mail.commit(path("D:/file")));
            assertRefused(FileSystemError.NO_DIRECTORY, () -> mail.commit(path("D:/file/x")));
            mail.commit(path("D:/mail/1"));
            assertThatIllegalStateException().isThrownBy(() -> mail.commit(path("D:/mail/2")));
        }
        assertThat(all(card)).containsEntry("D:/Mail/1/a", "text");
    }

    @Test
    void aPathThatGetsTooLongIsRefusedWhole() throws Exception {
        try (Staging mail = flash.stage()) {
            stage(mail, "x".repeat(240), "");
            assertRefused(FileSystemError.INVALID_PATH, () -> mail.commit(path("C:/Email/100202110457")));
        }
        assertThat(all(flash)).hasSize(4);
    }

    @Test
    void aFullVolumeSpoilsTheFileButNotTheRest() throws Exception {
        Volume small = Contents.memory(Drive.C, 4 * 4096);
        put(small, "C:/old", "old");
        try (Staging mail = small.stage()) {
            stage(mail, "a", "text");
            try (OutputStream large = mail.file("b")) {
                assertRefused(FileSystemError.NO_SPACE_IN_FLASH, () -> large.write(new byte[3 * 4096]));
                small.deleteFile(path("C:/old"));
                assertRefused(FileSystemError.NO_SPACE_IN_FLASH, () -> large.write(new byte[4096]));
            }
            assertRefused(FileSystemError.NO_SPACE_IN_FLASH, () -> mail.commit(path("C:/mail")));
            mail.delete("b");
            mail.commit(path("C:/mail"));
        }
        assertThat(all(small)).hasSize(6).containsEntry("C:/mail/a", "text");
        assertThat(small.used()).isEqualTo(4096);
    }

    @Test
    void anEmptyStagingMakesAnEmptyDirectory() throws Exception {
        try (Staging mail = flash.stage()) {
            mail.commit(path("C:/mail"));
        }
        assertThat(all(flash)).hasSize(5).containsKey("C:/mail/");
    }
}
