package io.github.sim52xx.fs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import org.junit.jupiter.api.Test;

/** Memory, formatting, the drive for media, and what happens to them when the card is pulled (manual 14.8 to 14.10). */
class MemoryCommandsTest {

    private final StorageModem device = new StorageModem(Firmware.V2010);
    private final AtDialogue dte = device.dte();

    @Test
    void memoryIsCountedInBytes() {
        assertThat(dte.type("AT+FSMEM\r")).isEqualTo("\r\n+FSMEM: C:(1048576, 0), D:(8388608, 0)\r\n\r\nOK\r\n");
        device.put("C:/a", "x".repeat(5000));
        device.put("D:/a", "x");
        assertThat(dte.line("AT+FSMEM")).containsExactly("+FSMEM: C:(1048576, 8192), D:(8388608, 4096)", "OK");
        assertThat(dte.line("AT+FSMEM=?")).containsExactly("+FSMEM: (0-8),(0-255)", "OK");
        assertThat(dte.line("AT+FSMEM?")).containsExactly("+FSMEM: 0,0", "OK");
    }

    @Test
    void theAlarmRepeatsWhileTheCardIsNearlyFull() {
        assertThat(dte.line("AT+FSMEM=7,10")).containsExactly("OK");
        assertThat(dte.line("AT+FSMEM?")).containsExactly("+FSMEM: 7,10", "OK");
        device.pass(30);
        assertThat(dte.taken()).isEmpty();
        device.put("D:/a", new byte[2 << 20]);
        device.pass(9);
        assertThat(dte.taken()).isEmpty();
        device.pass(1);
        assertThat(dte.taken()).isEqualTo("\r\n+FSMEM: C:(1048576, 0), D:(8388608, 2097152)\r\n");
        device.pass(20);
        assertThat(dte.takenLines()).hasSize(2);
        device.modem().execute(device.storage()::removeCard);
        device.pass(20);
        assertThat(dte.taken()).isEmpty();
        device.modem().execute(device.storage()::insertCard);
        device.pass(10);
        assertThat(dte.takenLines()).hasSize(1);
        assertThat(dte.line("AT+FSMEM=0,10")).containsExactly("OK");
        device.pass(60);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void theAlarmEndsWithPowerOff() {
        device.put("D:/a", new byte[2 << 20]);
        dte.line("AT+FSMEM=7,10");
        device.modem().execute(() -> device.modem().power().restart());
        device.pass(60);
        assertThat(dte.taken()).doesNotContain("FSMEM").contains("PB DONE");
        dte.line("ATE0");
        assertThat(dte.line("AT+FSMEM?")).containsExactly("+FSMEM: 0,0", "OK");
    }

    @Test
    void limitsAreChecked() {
        assertThat(dte.line("AT+FSMEM=8,255")).containsExactly("OK");
        assertThat(dte.line("AT+FSMEM=9,10")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSMEM=1,256")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSMEM=1")).containsExactly("ERROR");
    }

    @Test
    void withoutACard() throws Exception {
        AtDialogue empty = StorageModem.withoutCard().dte();
        assertThat(empty.line("AT+FSMEM")).containsExactly("+FSMEM: C:(1048576, 0)", "OK");
        assertThat(empty.line("AT+FSMEM=?")).containsExactly("OK");
        assertThat(empty.line("AT+FSMEM?")).containsExactly("ERROR");
        assertThat(empty.line("AT+FSMEM=1,1")).containsExactly("ERROR");
        assertThat(empty.line("AT+FSFMT")).containsExactly("ERROR");
        assertThat(empty.line("AT+FSLOCA=1")).containsExactly("ERROR");
        assertThat(empty.line("AT+FSLOCA=0")).containsExactly("OK");
        assertThat(empty.line("AT+FSCD=D:")).containsExactly("ERROR");
        assertThat(empty.line("AT+FSMKDIR=D:/a")).containsExactly("ERROR");
    }

    @Test
    void formattingEmptiesTheCardOnly() {
        device.put("C:/a", "1");
        device.put("D:/a", "2");
        device.put("D:/Picture/b", "3");
        dte.line("AT+FSMKDIR=D:/x");
        dte.line("AT+FSCD=D:/x");
        assertThat(dte.line("AT+FSFMT")).containsExactly("OK");
        assertThat(dte.line("AT+FSCD?")).containsExactly("+FSCD: D:/", "OK");
        assertThat(dte.line("AT+FSLS?")).containsExactly("+FSLS: SUBDIRECTORIES: 4, FILES: 0", "OK");
        assertThat(dte.line("AT+FSMEM")).containsExactly("+FSMEM: C:(1048576, 4096), D:(8388608, 0)", "OK");
        dte.line("AT+FSCD=Picture");
        assertThat(dte.line("AT+FSFMT;+FSCD?")).containsExactly("+FSCD: D:/Picture/", "OK");
        dte.line("AT+FSCD=C:/Audio");
        assertThat(dte.line("AT+FSFMT;+FSCD?")).containsExactly("+FSCD: C:/Audio/", "OK");
        assertThat(dte.line("AT+FSFMT=?")).containsExactly("OK");
        assertThat(dte.line("AT+FSFMT?")).containsExactly("ERROR");
        assertThat(device.files("C:/")).containsExactly("a");
    }

    @Test
    void mediaGoWhereTheyAreSentTo() {
        assertThat(dte.line("AT+FSLOCA?")).containsExactly("+FSLOCA: 0", "OK");
        assertThat(dte.line("AT+FSLOCA=?")).containsExactly("+FSLOCA: (0,1)", "OK");
        assertThat(dte.line("AT+FSLOCA=1")).containsExactly("OK");
        assertThat(dte.line("AT+FSLOCA?")).containsExactly("+FSLOCA: 1", "OK");
        assertThat(device.storage().media()).isSameAs(device.storage().volume(Drive.D));
        assertThat(dte.line("AT+FSLOCA=2")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSLOCA")).containsExactly("ERROR");
    }

    @Test
    void aPulledCardTakesTheCurrentDirectoryAlong() {
        device.put("D:/a", "1");
        dte.line("AT+FSLOCA=1;+FSCD=D:/Video");
        device.modem().execute(device.storage()::removeCard);
        assertThat(dte.line("AT+FSCD?;+FSLOCA?")).containsExactly("+FSCD: C:/", "+FSLOCA: 0", "OK");
        assertThat(dte.line("AT+FSCD=D:/")).containsExactly("ERROR");
        dte.line("AT+FSCD=Audio");
        device.modem().execute(device.storage()::insertCard);
        assertThat(dte.line("AT+FSCD?")).containsExactly("+FSCD: C:/Audio/", "OK");
        assertThat(dte.line("AT+FSCD=D:/;+FSLS=2")).containsExactly("+FSCD: D:/", "+FSLS: FILES:", "a", "OK");
    }
}
