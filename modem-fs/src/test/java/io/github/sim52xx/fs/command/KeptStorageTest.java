package io.github.sim52xx.fs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.StateDirectory;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A modem whose storage is in a state directory. */
class KeptStorageTest {

    @TempDir
    private Path directory;

    @Test
    void filesOutliveTheModem() throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            TestModem first = modem(state, StorageOptions.DEFAULT);
            AtDialogue dte = AtDialogue.quiet(first.modem());
            assertThat(dte.line("AT+FSMKDIR=\"my dir\"")).containsExactly("OK");
            assertThat(directory.resolve("C/my dir")).isDirectory();
            Files.writeString(directory.resolve("D/note.txt"), "put there by hand");
            assertThat(dte.line("AT+FSCOPY=D:/note.txt,\"my dir/\u00e4\u00b8\u00ad.txt\""))
                    .endsWith("+FSCOPY: 100.0", "OK");
            first.modem().close();
        }
        try (StateDirectory state = StateDirectory.open(directory)) {
            AtDialogue dte =
                    AtDialogue.quiet(modem(state, StorageOptions.DEFAULT).modem());
            assertThat(dte.line("AT+FSCD=\"my dir\"")).containsExactly("+FSCD: C:/my dir/", "OK");
            assertThat(dte.line("AT+FSLS")).containsExactly("+FSLS: FILES:", "\u00e4\u00b8\u00ad.txt", "OK");
            assertThat(dte.line("AT+FSATTRI=\u00e4\u00b8\u00ad.txt"))
                    .containsExactly("+FSATTRI: 17, 2010/02/02 11:04:57 Tue", "OK");
            assertThat(dte.line("AT+FSDEL=*.*;+FSCD=..;+FSRMDIR=my dir")).containsExactly("+FSCD: C:/", "OK");
            assertThat(directory.resolve("C/my dir")).doesNotExist();
            assertThat(dte.line("AT+FSFMT")).containsExactly("OK");
            assertThat(directory.resolve("D/note.txt")).doesNotExist();
        }
    }

    @Test
    void theConsoleSaysWhatTheTerminalCannot() throws Exception {
        Files.createDirectories(directory.resolve("D"));
        Files.write(directory.resolve("D/large.bin"), new byte[100_000]);
        try (StateDirectory state = StateDirectory.open(directory)) {
            TestModem device = modem(state, new StorageOptions(50_000, 50_000, true));
            AtDialogue dte = AtDialogue.quiet(device.modem());
            assertThat(dte.line("AT+FSMEM")).containsExactly("+FSMEM: C:(49152, 0), D:(49152, 0)", "OK");
            assertThat(device.events()).containsExactly("D:/large.bin is left alone: no room on the drive");
            Files.createDirectory(directory.resolve("C/foreign"));
            assertThat(dte.line("AT+FSMKDIR=foreign")).containsExactly("ERROR");
            assertThat(device.events())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("FILE CREATE ERROR: ")
                    .contains("foreign");
            assertThat(dte.line("AT+FSMKDIR=Audio")).containsExactly("ERROR");
            assertThat(device.events()).hasSize(2);
        }
    }

    private static TestModem modem(StateDirectory state, StorageOptions options) {
        return new TestModem(
                List.of(new FileSystemCommands()),
                blueprint -> blueprint
                        .workers(Runnable::run)
                        .part(Storage.class, modem -> new Storage(modem, options, state)));
    }
}
