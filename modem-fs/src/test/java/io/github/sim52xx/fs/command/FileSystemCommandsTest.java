package io.github.sim52xx.fs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialogues of the file commands (manual 14). */
class FileSystemCommandsTest {

    private final StorageModem device = new StorageModem(Firmware.V2012);
    private final AtDialogue dte = device.dte();

    @Test
    void theCurrentDirectoryIsChangedAndShown() {
        assertThat(dte.type("AT+FSCD?\r")).isEqualTo("\r\n+FSCD: C:/\r\n\r\nOK\r\n");
        assertThat(dte.type("AT+FSCD=C:/Picture\r")).isEqualTo("\r\n+FSCD: C:/Picture/\r\n\r\nOK\r\n");
        assertThat(dte.line("AT+FSCD?")).containsExactly("+FSCD: C:/Picture/", "OK");
        assertThat(dte.line("AT+FSCD=..")).containsExactly("+FSCD: C:/", "OK");
        assertThat(dte.line("AT+FSCD=..")).containsExactly("+FSCD: C:/", "OK");
        assertThat(dte.line("AT+FSCD= \"Audio/\"")).containsExactly("+FSCD: C:/Audio/", "OK");
        assertThat(dte.line("AT+FSCD=../Video")).containsExactly("+FSCD: C:/Video/", "OK");
        assertThat(dte.line("AT+FSCD=c:")).containsExactly("+FSCD: C:/", "OK");
        assertThat(dte.line("AT+FSCD=d:/picture")).containsExactly("+FSCD: D:/Picture/", "OK");
        assertThat(dte.line("AT+FSCD=D:")).containsExactly("+FSCD: D:/", "OK");
        assertThat(dte.line("AT+FSCD=?")).containsExactly("OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT+FSCD=C:/picture",
                "AT+FSCD=/Picture",
                "AT+FSCD=C:Picture",
                "AT+FSCD=E:/",
                "AT+FSCD=",
                "AT+FSCD",
                "AT+FSCD=Picture,Audio",
                "AT+FSCD=C:\\Picture",
                "AT+FSMKDIR=Picture",
                "AT+FSMKDIR=a*",
                "AT+FSMKDIR=a/b",
                "AT+FSMKDIR=C:/",
                "AT+FSMKDIR?",
                "AT+FSRMDIR=Nothing",
                "AT+FSRMDIR=Audio",
                "AT+FSRMDIR=..",
                "AT+FSLS=3",
                "AT+FSLS=",
                "AT+FSLS=0,1",
                "AT+FSDEL=Audio",
                "AT+FSDEL=none.jpg",
                "AT+FSDEL=*.jpg",
                "AT+FSDEL=Picture/*.*",
                "AT+FSDEL",
                "AT+FSRENAME=none,other",
                "AT+FSRENAME=none",
                "AT+FSATTRI=none",
                "AT+FSATTRI=Audio",
            })
    void whatCannotBeIsPlainError(String line) {
        dte.line("AT+CMEE=2");
        assertThat(dte.line(line)).containsExactly("ERROR");
        assertThat(dte.line("AT+FSCD?")).containsExactly("+FSCD: C:/", "OK");
    }

    @Test
    void noneNeedsTheSim() {
        StorageModem locked = StorageModem.withLockedSim();
        assertThat(locked.dte().line("AT+CPIN?")).containsExactly("+CPIN: SIM PIN", "OK");
        for (String line : List.of(
                "AT+FSCD=Audio",
                "AT+FSMKDIR=a",
                "AT+FSRMDIR=a",
                "AT+FSLS",
                "AT+FSDEL=*.*",
                "AT+FSMEM",
                "AT+FSFMT",
                "AT+FSLOCA=1")) {
            assertThat(locked.dte().line(line)).last().isEqualTo("OK");
        }
    }

    @Test
    void directoriesComeAndGo() {
        assertThat(dte.line("AT+FSMKDIR= SIMTech")).containsExactly("OK");
        assertThat(dte.line("AT+FSMKDIR=SIMTech")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSMKDIR=\"my dir\"")).containsExactly("OK");
        assertThat(dte.line("AT+FSMKDIR={non-ascii}\"E6B58BE8AF95\"")).containsExactly("OK");
        assertThat(dte.line("AT+FSCD=SIMTech")).containsExactly("+FSCD: C:/SIMTech/", "OK");
        assertThat(dte.line("AT+FSRMDIR=C:/SIMTech")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSRMDIR=.")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSMKDIR=sub;+FSCD=..;+FSRMDIR=SIMTech")).containsExactly("+FSCD: C:/", "ERROR");
        assertThat(dte.line("AT+FSRMDIR=SIMTech/sub;+FSRMDIR=SIMTech")).containsExactly("OK");
        assertThat(dte.line("AT+FSLS=1"))
                .containsExactly(
                        "+FSLS: SUBDIRECTORIES:",
                        "Audio",
                        "Picture",
                        "Video",
                        "VideoCall",
                        "my dir",
                        "\u00e6\u00b5\u008b\u00e8\u00af\u0095",
                        "OK");
    }

    @Test
    void someFirmwareHasNoNewDirectoriesUnderTheRoot() {
        AtDialogue strict = StorageModem.withoutDirectoriesUnderRoot().dte();
        assertThat(strict.line("AT+FSMKDIR=a")).containsExactly("ERROR");
        assertThat(strict.line("AT+FSMKDIR=D:/a")).containsExactly("OK");
        assertThat(strict.line("AT+FSMKDIR=Audio/a")).containsExactly("OK");
    }

    @Test
    void listsAreLaidOutToTheByte() {
        device.put("C:/b.jpg", "1");
        device.put("C:/a.jpg", "2");
        String directories = "+FSLS: SUBDIRECTORIES:\r\nAudio\r\nPicture\r\nVideo\r\nVideoCall\r\n";
        String files = "+FSLS: FILES:\r\na.jpg\r\nb.jpg\r\n";
        assertThat(dte.type("AT+FSLS\r")).isEqualTo("\r\n" + directories + "\r\n" + files + "\r\nOK\r\n");
        assertThat(dte.type("AT+FSLS=0\r")).isEqualTo("\r\n" + directories + "\r\n" + files + "\r\nOK\r\n");
        assertThat(dte.type("AT+FSLS=1\r")).isEqualTo("\r\n" + directories + "\r\nOK\r\n");
        assertThat(dte.type("AT+FSLS=2\r")).isEqualTo("\r\n" + files + "\r\nOK\r\n");
        assertThat(dte.type("AT+FSLS?\r")).isEqualTo("\r\n+FSLS: SUBDIRECTORIES: 4, FILES: 2\r\n\r\nOK\r\n");
        assertThat(dte.type("AT+FSLS=?\r")).isEqualTo("\r\n+FSLS: (0-2)\r\n\r\nOK\r\n");
        dte.type("AT+FSCD=Picture\r");
        assertThat(dte.type("AT+FSLS\r")).isEqualTo("\r\nOK\r\n");
        device.put("C:/Picture/c.jpg", "3");
        assertThat(dte.type("AT+FSLS\r")).isEqualTo("\r\n+FSLS: FILES:\r\nc.jpg\r\n\r\nOK\r\n");
        assertThat(dte.type("AT+FSLS=1\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void laterFirmwareCountsWithoutBlanks() {
        assertThat(new StorageModem(Firmware.V2014).dte().line("AT+FSLS?"))
                .containsExactly("+FSLS: SUBDIRECTORIES:4,FILES:0", "OK");
    }

    @Test
    void deletesOneFileOrAll() {
        device.put("C:/Picture/a.jpg", "1");
        device.put("C:/Picture/my test.jpg", "2");
        device.put("C:/Picture/\u4e2d.jpg", "3");
        device.put("C:/b", "4");
        assertThat(dte.line("AT+FSCD=Picture;+FSDEL=a.jpg")).containsExactly("+FSCD: C:/Picture/", "OK");
        assertThat(dte.line("AT+FSDEL=\"my test.jpg\"")).containsExactly("OK");
        assertThat(dte.line("AT+FSDEL={non-ascii}\"E4B8AD2E6A7067\"")).containsExactly("OK");
        assertThat(dte.line("AT+FSDEL=a.jpg")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSDEL=../b/")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSDEL=C:/b")).containsExactly("OK");
        device.put("C:/Picture/c", "5");
        device.put("C:/Picture/d", "6");
        assertThat(dte.line("AT+FSMKDIR=sub;+FSDEL=*.*;+FSLS")).containsExactly("+FSLS: SUBDIRECTORIES:", "sub", "OK");
        assertThat(dte.line("AT+FSDEL=*.*")).containsExactly("OK");
    }

    @Test
    void renamesFiles() {
        device.put("C:/image_0.jpg", "1");
        device.put("C:/my test.jpg", "2");
        assertThat(dte.line("AT+FSRENAME=image_0.jpg, image_1.jpg")).containsExactly("OK");
        assertThat(dte.line("AT+FSRENAME= \"my test.jpg\", {non-ascii}\"E6B58BE8AF95E99984E4BBB62E6A7067\""))
                .containsExactly("OK");
        assertThat(dte.line("AT+FSRENAME=image_1.jpg,\"\u00e6\u00b5\u008b\u00e8\u00af\u0095"
                        + "\u00e9\u0099\u0084\u00e4\u00bb\u00b6.jpg\""))
                .containsExactly("ERROR");
        assertThat(dte.line("AT+FSRENAME=image_1.jpg,Audio/a.jpg")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSRENAME=image_1.jpg,D:/a.jpg")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSRENAME=image_1.jpg,a.jpg,b.jpg")).containsExactly("ERROR");
        assertThat(dte.line("AT+FSRENAME=image_1.jpg,Image_1.jpg")).containsExactly("OK");
        assertThat(device.files("C:/")).containsExactly("Image_1.jpg", "\u6d4b\u8bd5\u9644\u4ef6.jpg");
    }

    @Test
    void attributesHaveTheWeekdayOfTheDate() {
        device.put("C:/a.jpg", "x".repeat(8604));
        assertThat(dte.type("AT+FSATTRI=a.jpg\r"))
                .isEqualTo("\r\n+FSATTRI: 8604, 2010/02/02 11:04:57 Tue\r\n\r\nOK\r\n");
        dte.line("AT+CCLK=\"08/04/28,10:24:46+32\"");
        device.put("C:/b", "");
        assertThat(dte.line("AT+FSATTRI=\"b\"")).containsExactly("+FSATTRI: 0, 2008/04/28 10:24:46 Mon", "OK");
        dte.line("AT+FSRENAME=b,c");
        assertThat(dte.line("AT+FSATTRI=c")).containsExactly("+FSATTRI: 0, 2008/04/28 10:24:46 Mon", "OK");
        assertThat(dte.line("AT+FSATTRI=?")).containsExactly("OK");
    }

    @ParameterizedTest
    @CsvSource({"+FSCD,<path>", "+FSRENAME,'<old_name>,<new_name>'", "+FSCOPY,'<file1>,<file2>[,<sync_mode>]'"})
    void theTableSaysHowToTypeThem(String name, String syntax) {
        var command = new TestModem(List.of(new FileSystemCommands()), blueprint -> blueprint)
                .modem()
                .blueprint()
                .table()
                .find(name);
        assertThat(command.syntax()).isEqualTo(syntax);
        assertThat(command.example()).startsWith("AT" + name + "=");
        assertThat(command.needsSim()).isFalse();
    }

    @Test
    void powerOffForgetsTheCurrentDirectory() {
        dte.line("AT+FSCD=Audio;+FSLOCA=1");
        device.modem().execute(() -> device.modem().power().restart());
        device.pass(10);
        dte.line("ATE0");
        assertThat(dte.line("AT+FSCD?;+FSLOCA?")).containsExactly("+FSCD: C:/", "+FSLOCA: 0", "OK");
        assertThat(device.modem().part(Storage.class).media().drive()).hasToString("C");
    }
}
