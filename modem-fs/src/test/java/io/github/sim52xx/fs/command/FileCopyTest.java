package io.github.sim52xx.fs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** +FSCOPY (manual 14.11). */
class FileCopyTest {

    private final StorageModem device = new StorageModem(Firmware.V2012);
    private final AtDialogue dte = device.dte();
    private final Queue<Runnable> work = new ArrayDeque<>();

    @Test
    void linesAreLaidOutToTheByte() {
        StorageModem slow = slow(Firmware.V2012);
        slow.put("C:/a", "1");
        assertThat(slow.dte().type("AT+FSCOPY=a,b\r")).isEmpty();
        work.remove().run();
        assertThat(slow.dte().taken()).isEqualTo("\r\n+FSCOPY: 1.0\r\n\r\n+FSCOPY: 100.0\r\n\r\nOK\r\n");
        slow.dte().type("AT+FSCOPY=a,b\r");
        work.remove().run();
        assertThat(slow.dte().taken()).isEqualTo("\r\nFILE IS EXISTING\r\n\r\nERROR\r\n");
    }

    @Test
    void aSmallFileTakesTwoLines() throws Exception {
        device.put("C:/TESTFILE", "content");
        assertThat(dte.longLine("AT+FSCOPY= C:/TESTFILE,COPYFILE"))
                .containsExactly("+FSCOPY: 1.0", "+FSCOPY: 100.0", "OK");
        assertThat(device.content("C:/COPYFILE")).asString().isEqualTo("content");
        assertThat(dte.longLine("AT+FSCOPY=\"TESTFILE\",{non-ascii}\"443A2FE4B8AD\""))
                .last()
                .isEqualTo("OK");
        assertThat(device.content("D:/\u4e2d")).asString().isEqualTo("content");
        assertThat(dte.longLine("AT+FSCOPY=?")).containsExactly("OK");
    }

    @Test
    void largeFilesTakeMoreLinesButNotManyMore() throws Exception {
        device.put("C:/a", new byte[200 * 1024]);
        assertThat(dte.longLine("AT+FSCOPY=a,b"))
                .containsExactly(
                        "+FSCOPY: 1.0", "+FSCOPY: 32.0", "+FSCOPY: 64.0", "+FSCOPY: 96.0", "+FSCOPY: 100.0", "OK");
        device.put("D:/large", new byte[3 << 20]);
        List<String> lines = dte.longLine("AT+FSCOPY=D:/large,D:/copy");
        assertThat(lines).hasSizeBetween(15, 23).startsWith("+FSCOPY: 1.0").endsWith("+FSCOPY: 100.0", "OK");
        assertThat(device.content("D:/copy")).hasSize(3 << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "'a,b', FILE IS EXISTING",
        "'a,Audio', DIRECTORY IS EXISTED",
        "'none,c', FILE NOT EXISTING",
        "'Audio,c', FILE NOT EXISTING",
        "'a,no/c', DIRECTORY NOT EXISTED",
        "'a,b*', INVALID FILE NAME",
        "'a,c/', INVALID FILE NAME",
        "'a,E:/c', INVALID PATH NAME",
        "'large,c', EFS HAVE NO ENOUGH MEMORY",
    })
    void saysWhyNot(String parameters, String phrase) {
        device.put("C:/a", "1");
        device.put("C:/b", "2");
        device.put("C:/large", new byte[600 * 1024]);
        dte.line("AT+CMEE=2");
        assertThat(dte.longLine("AT+FSCOPY=" + parameters)).endsWith(phrase, "ERROR");
        assertThat(device.files("C:/")).containsExactly("a", "b", "large");
    }

    @Test
    void badParametersArePlainError() {
        assertThat(dte.line("AT+FSCOPY=a")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSCOPY=a,b,1")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSCOPY")).containsExactly("ERROR");
    }

    @Test
    void withoutACard() {
        StorageModem empty = StorageModem.withoutCard();
        empty.put("C:/a", "1");
        assertThat(empty.dte().longLine("AT+FSCOPY=a,D:/a")).containsExactly("SD CARD NOT PLUGGED IN", "ERROR");
        assertThat(empty.dte().longLine("AT+FSCOPY=D:/a,b")).containsExactly("SD CARD NOT PLUGGED IN", "ERROR");
    }

    @Test
    void laterFirmwareCanAnswerFirst() {
        StorageModem later = slow(Firmware.V2014);
        later.put("C:/a", "1");
        assertThat(later.dte().type("AT+FSCOPY=a,b,1\r")).isEqualTo("\r\nOK\r\n");
        assertThat(later.dte().line("AT")).containsExactly("OK");
        work.remove().run();
        assertThat(later.dte().taken()).isEqualTo("\r\n+FSCOPY: 1.0\r\n\r\n+FSCOPY: 100.0\r\n\r\n+FSCOPY: END\r\n");
        later.dte().type("AT+FSCOPY=a,b,1\r");
        work.remove().run();
        assertThat(later.dte().takenLines()).containsExactly("FILE IS EXISTING", "+FSCOPY: END");
        later.dte().type("AT+FSCOPY=a,c,0\r");
        work.remove().run();
        assertThat(later.dte().takenLines()).containsExactly("+FSCOPY: 1.0", "+FSCOPY: 100.0", "OK");
        assertThat(later.dte().line("AT+FSCOPY=a,c,2")).containsExactly("ERROR");
    }

    @Test
    void inputWaitsForTheCopyAndPowerOffEndsIt() {
        StorageModem slow = slow(Firmware.V2010);
        slow.put("C:/a", "1");
        assertThat(slow.dte().type("AT+FSCOPY=a,b\rAT+FSLS=2\r")).isEmpty();
        work.remove().run();
        assertThat(slow.dte().takenLines())
                .containsExactly("+FSCOPY: 1.0", "+FSCOPY: 100.0", "OK", "+FSLS: FILES:", "a", "b", "OK");
        slow.dte().type("AT+FSCOPY=a,c\r");
        slow.modem().execute(() -> slow.modem().power().restart());
        work.remove().run();
        slow.pass(10);
        assertThat(slow.dte().taken()).doesNotContain("FSCOPY").contains("PB DONE");
        assertThat(slow.files("C:/")).containsExactly("a", "b");
    }

    @Test
    void powerOffEndsALateReportToo() {
        StorageModem later = slow(Firmware.V2014);
        later.put("C:/a", "1");
        assertThat(later.dte().type("AT+FSCOPY=a,b,1\r")).isEqualTo("\r\nOK\r\n");
        later.modem().execute(() -> later.modem().power().restart());
        later.pass(10);
        assertThat(later.dte().taken()).contains("PB DONE");
        work.remove().run();
        assertThat(later.dte().taken()).isEmpty();
        assertThat(later.files("C:/")).containsExactly("a");
    }

    @Test
    void aTerminalThatLeavesAbortsNothing() {
        StorageModem slow = slow(Firmware.V2010);
        slow.put("C:/a", "1");
        AtDialogue leaving = AtDialogue.quiet(slow.modem());
        leaving.type("AT+FSCOPY=a,b\r");
        leaving.hangUp();
        work.remove().run();
        assertThat(slow.files("C:/")).containsExactly("a", "b");
        assertThat(leaving.taken()).isEmpty();
        assertThat(slow.dte().taken()).isEmpty();
    }

    /** A modem whose workers work when the test says so. */
    private StorageModem slow(Firmware firmware) {
        return new StorageModem(
                StorageModem.OPTIONS, blueprint -> blueprint.firmware(firmware).workers(work::add));
    }
}
