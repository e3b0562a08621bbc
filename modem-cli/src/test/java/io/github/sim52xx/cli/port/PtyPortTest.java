package io.github.sim52xx.cli.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link to the PTY. */
class PtyPortTest {

    private static final ModemSource NO_MODEM = link -> {
        throw new AssertionError("nobody connects");
    };

    @TempDir
    private Path directory;

    @Test
    void whatIsNoLinkIsNotReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "precious");
        assertThatIOException()
                .isThrownBy(() -> new PtyPort(file, NO_MODEM))
                .withMessageStartingWith(file + " exists and is no symbolic link");
        assertThat(file).hasContent("precious");
    }

    @Test
    void whatTheOldLinkLedToStays() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("tty"), file);
        PtyPort port = new PtyPort(link, NO_MODEM);
        assertThat(Files.readSymbolicLink(link)).hasToString(port.device());
        port.remove();
        assertThat(Files.exists(link)).isFalse();
        assertThat(file).hasContent("precious");
    }

    @Test
    void theLinkOfAPortThatIsInUseStays() throws IOException {
        Path link = directory.resolve("tty");
        PtyPort port = new PtyPort(link, NO_MODEM);
        assertThatIOException()
                .isThrownBy(() -> new PtyPort(link, NO_MODEM))
                .withMessage(link + " is the port of another modem that runs; name another with --pty");
        assertThat(Files.readSymbolicLink(link)).hasToString(port.device());
        port.remove();
        new PtyPort(link, NO_MODEM).remove();
    }

    @Test
    void whatCannotBeMadeIsNotKeptLocked() throws IOException {
        Path link = directory.resolve("dir").resolve("tty");
        Files.createDirectory(link.getParent());
        Files.createDirectory(link);
        assertThatIOException().isThrownBy(() -> new PtyPort(link, NO_MODEM));
        Files.delete(link);
        new PtyPort(link, NO_MODEM).remove();
    }

    @Test
    void aDirectoryThatIsMissingIsSaidSo() {
        Path link = directory.resolve("missing").resolve("tty");
        assertThatIOException()
                .isThrownBy(() -> new PtyPort(link, NO_MODEM))
                .withMessage(link + " cannot be made: its directory does not exist");
    }
}
