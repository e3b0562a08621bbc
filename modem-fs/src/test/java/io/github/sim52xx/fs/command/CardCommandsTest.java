package io.github.sim52xx.fs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the DTE sees of a card that is changed, full or protected. */
class CardCommandsTest {

    private static final String AUTOMATIC = "Audio Picture Video VideoCall";

    private final StorageModem modem = new StorageModem(Firmware.V2010);
    private final Storage storage = modem.storage();
    private final AtDialogue dte = modem.dte();

    @Test
    void anotherCardIsEmpty() {
        modem.put("D:/a.txt", "1");
        dte.line("AT+FSCD=D:/Picture");
        storage.insertNewCard(4 << 20);
        assertThat(storage.ownCard()).isFalse();
        assertThat(dte.line("AT+FSCD?")).containsExactly("+FSCD: C:/", "OK");
        assertThat(dte.line("AT+FSMEM")).containsExactly("+FSMEM: C:(1048576, 0), D:(4194304, 0)", "OK");
        assertThat(dte.line("AT+FSMEM=?")).containsExactly("+FSMEM: (0-4),(0-255)", "OK");
        modem.put("D:/b.txt", "2");
        storage.insertCard();
        assertThat(storage.ownCard()).isTrue();
        assertThat(modem.files("D:/")).containsExactly("a.txt");
        storage.insertNewCard(4 << 20);
        assertThat(modem.files("D:/")).isEmpty();
        storage.removeCard();
        assertThat(dte.line("AT+FSMEM")).containsExactly("+FSMEM: C:(1048576, 0)", "OK");
    }

    @Test
    void insertingTheOwnCardAgainDoesNothing() {
        dte.line("AT+FSCD=D:/Picture");
        storage.insertCard();
        assertThat(dte.line("AT+FSCD?")).containsExactly("+FSCD: D:/Picture/", "OK");
    }

    @Test
    void aFullCardSaysSoAndTakesNothing() {
        modem.put("D:/a.txt", "1");
        storage.volume(Drive.D).setFull(true);
        assertThat(dte.line("AT+FSMEM")).containsExactly("+FSMEM: C:(1048576, 0), D:(8388608, 8388608)", "OK");
        dte.line("AT+FSCD=D:/");
        assertRefused("AT+FSMKDIR=x", "AT+CFTRANRX=\"D:/b.txt\",3");
        dte.line("AT+FSMEM=1,10");
        modem.pass(10);
        assertThat(dte.takenLines()).containsExactly("+FSMEM: C:(1048576, 0), D:(8388608, 8388608)");
        assertThat(dte.line("AT+FSDEL=a.txt")).containsExactly("OK");
        storage.volume(Drive.D).setFull(false);
        assertThat(dte.line("AT+FSMKDIR=x")).containsExactly("OK");
    }

    @Test
    void fullFlashRefusesACopyInTheManualsWords() {
        modem.put("C:/a.txt", "1");
        storage.volume(Drive.C).setFull(true);
        assertThat(dte.longLine("AT+FSCOPY=a.txt,b.txt")).contains("EFS HAVE NO ENOUGH MEMORY", "ERROR");
        assertThat(modem.files("C:/")).containsExactly("a.txt");
    }

    @Test
    void aProtectedCardCanOnlyBeRead() {
        modem.put("D:/a.txt", "1");
        dte.line("AT+FSCD=D:/");
        storage.volume(Drive.D).setReadOnly(true);
        assertRefused(
                "AT+FSMKDIR=x",
                "AT+FSDEL=a.txt",
                "AT+FSDEL=*.*",
                "AT+FSRENAME=a.txt,b.txt",
                "AT+FSFMT",
                "AT+CFTRANRX=\"D:/b.txt\",3");
        assertThat(modem.files("D:/")).containsExactly("a.txt");
        assertThat(dte.line("AT+FSLS"))
                .containsExactlyElementsOf(AtDialogue.lines(
                        "+FSLS: SUBDIRECTORIES:\n" + AUTOMATIC.replace(' ', '\n') + "\n+FSLS: FILES:\na.txt\nOK"));
        storage.volume(Drive.D).setReadOnly(false);
        assertThat(dte.line("AT+FSDEL=a.txt")).containsExactly("OK");
    }

    private void assertRefused(String... lines) {
        for (String line : lines) {
            assertThat(dte.line(line)).as(line).isEqualTo(List.of("ERROR"));
        }
    }
}
