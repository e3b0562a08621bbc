package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.Firmware;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which files go along: AT+SMTPFILE (manual 20.1.8). */
class AttachmentSettingsTest {

    private static final int MEGABYTE = 1 << 20;

    @RegisterExtension
    final MailBench bench = MailBench.firmware(Firmware.V2010);

    @Test
    void filesOfTheCurrentDirectoryInOrderOfTheirIndex() {
        bench.put("C:/Picture/20100202_100006.jpg", new byte[10]);
        bench.put("C:/Picture/20100202_100016.jpg", new byte[10]);
        bench.line("AT+FSCD=C:/Picture");
        bench.ok("AT+SMTPFILE=2,\"20100202_100016.jpg\"", "AT+SMTPFILE= 1 , \"20100202_100006.jpg\"");
        assertThat(bench.exact("AT+SMTPFILE?"))
                .isEqualTo("\r\n+SMTPFILE: 1, \"C:/Picture/20100202_100006.jpg\"\r\n"
                        + "+SMTPFILE: 2, \"C:/Picture/20100202_100016.jpg\"\r\n\r\nOK\r\n");
        bench.ok("AT+SMTPFILE=1");
        assertThat(bench.line("AT+SMTPFILE?"))
                .containsExactly("+SMTPFILE: 2, \"C:/Picture/20100202_100016.jpg\"", "OK");
        bench.ok("AT+SMTPFILE=1", "AT+SMTPFILE", "AT+SMTPFILE?");
    }

    @Test
    void nothingButFilesOfTheCurrentDirectory() {
        bench.put("C:/a.txt", new byte[1]);
        bench.put("C:/Audio/b.txt", new byte[1]);
        bench.error(
                "AT+SMTPFILE=1,\"Audio\"",
                "AT+SMTPFILE=1,\"Audio/b.txt\"",
                "AT+SMTPFILE=1,\"b.txt\"",
                "AT+SMTPFILE=1,\"../a.t\"",
                "AT+SMTPFILE=1,\"..\"",
                "AT+SMTPFILE=1,\"A.TXT\"",
                "AT+SMTPFILE=1,\"a.txt\\00\"",
                "AT+SMTPFILE=1,\"a*\"",
                "AT+SMTPFILE=1,a.txt");
        bench.ok("AT+SMTPFILE?", "AT+SMTPFILE=1,\"a.txt\"");
    }

    @Test
    void anAttachmentStaysWhatItIsWhenTheDirectoryChanges() {
        bench.put("C:/a.txt", new byte[1]);
        bench.ok("AT+SMTPFILE=1,\"a.txt\"");
        bench.line("AT+FSCD=Audio");
        assertThat(bench.line("AT+SMTPFILE?")).containsExactly("+SMTPFILE: 1, \"C:/a.txt\"", "OK");
    }

    @Test
    void noTwoOfOneName() {
        bench.put("C:/a.txt", new byte[1]);
        bench.put("C:/b.txt", new byte[1]);
        bench.put("C:/Audio/a.txt", new byte[1]);
        bench.ok("AT+SMTPFILE=1,\"a.txt\"", "AT+SMTPFILE=1,\"a.txt\"");
        bench.error("AT+SMTPFILE=2,\"a.txt\"");
        bench.line("AT+FSCD=Audio");
        bench.error("AT+SMTPFILE=2,\"a.txt\"");
        // In place of the other one it is welcome.
        bench.ok("AT+SMTPFILE=1,\"a.txt\"");
        assertThat(bench.line("AT+SMTPFILE?")).containsExactly("+SMTPFILE: 1, \"C:/Audio/a.txt\"", "OK");
    }

    @Test
    void theCardDoesNotTellCase() {
        bench.put("D:/Photo.JPG", new byte[1]);
        bench.line("AT+FSCD=D:/");
        bench.ok("AT+SMTPFILE=1,\"photo.jpg\"");
        bench.error("AT+SMTPFILE=2,\"PHOTO.JPG\"");
        assertThat(bench.line("AT+SMTPFILE?")).containsExactly("+SMTPFILE: 1, \"D:/Photo.JPG\"", "OK");
    }

    @Test
    void namesInUtf8() {
        bench.put("C:/\u6d4b\u8bd5 1.txt", new byte[1]);
        bench.ok("AT+SMTPFILE=1,{non-ascii}\"E6B58BE8AF9520312E747874\"");
        assertThat(bench.line("AT+SMTPFILE?"))
                .containsExactly("+SMTPFILE: 1, \"C:/\u00e6\u00b5\u008b\u00e8\u00af\u0095 1.txt\"", "OK");
    }

    @Test
    void tenFiles() {
        for (int i = 1; i <= 10; i++) {
            bench.put("C:/" + i, new byte[i]);
            bench.ok("AT+SMTPFILE=" + i + ",\"" + i + "\"");
        }
        bench.put("C:/11", new byte[1]);
        bench.error("AT+SMTPFILE=11,\"11\"", "AT+SMTPFILE=0,\"11\"");
        assertThat(bench.line("AT+SMTPFILE?")).hasSize(11).contains("+SMTPFILE: 10, \"C:/10\"");
    }

    @Test
    void tenMegabytes() {
        bench.put("C:/six", new byte[6 * MEGABYTE]);
        bench.put("C:/four", new byte[4 * MEGABYTE]);
        bench.put("C:/more", new byte[4 * MEGABYTE + 1]);
        bench.put("C:/one", new byte[1]);
        bench.put("C:/none", new byte[0]);
        bench.put("C:/huge", new byte[10 * MEGABYTE + 1]);
        assertThat(bench.exact("AT+SMTPFILE=1,\"huge\"")).isEqualTo("\r\n+SMTP: OVERSIZE\r\n\r\nERROR\r\n");
        bench.ok("AT+SMTPFILE=1,\"six\"");
        assertThat(bench.line("AT+SMTPFILE=2,\"more\"")).containsExactly("+SMTP: OVERSIZE", "ERROR");
        bench.ok("AT+SMTPFILE=2,\"four\"", "AT+SMTPFILE=3,\"none\"");
        assertThat(bench.line("AT+SMTPFILE=4,\"one\"")).containsExactly("+SMTP: OVERSIZE", "ERROR");
        assertThat(bench.line("AT+SMTPFILE=1,\"more\"")).containsExactly("OK");
        assertThat(bench.line("AT+SMTPFILE?"))
                .containsExactly(
                        "+SMTPFILE: 1, \"C:/more\"", "+SMTPFILE: 2, \"C:/four\"", "+SMTPFILE: 3, \"C:/none\"", "OK");
    }

    @Test
    void oneThatHasGoneIsNoReasonToRefuseAnother() {
        bench.put("D:/gone.txt", new byte[1]);
        bench.put("C:/here.txt", new byte[1]);
        bench.line("AT+FSCD=D:/");
        bench.ok("AT+SMTPFILE=1,\"gone.txt\"");
        bench.onModem(modem -> {
            modem.part(io.github.sim52xx.fs.Storage.class).removeCard();
            return null;
        });
        assertThat(bench.storage().currentDirectory().drive()).isEqualTo(Drive.C);
        bench.ok("AT+SMTPFILE=2,\"here.txt\"");
    }
}
