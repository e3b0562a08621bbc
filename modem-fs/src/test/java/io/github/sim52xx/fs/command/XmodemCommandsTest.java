package io.github.sim52xx.fs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of +CTXFILE, +CRXFILE and +CMWAIT (manual 15.1 to 15.3). */
class XmodemCommandsTest {

    private final StorageModem device = new StorageModem(Firmware.V2010);
    private final AtDialogue dte = device.dte();

    @Test
    void ranges() {
        assertThat(dte.line("AT+CTXFILE=?")).containsExactly("+CTXFILE: (0),(0-1)", "OK");
        assertThat(dte.line("AT+CRXFILE=?")).containsExactly("+CRXFILE: (0)", "OK");
        assertThat(dte.line("AT+CMWAIT=?")).containsExactly("+CMWAIT: (0-60)", "OK");
    }

    @Test
    void theWaitIsVolatile() {
        assertThat(dte.line("AT+CMWAIT?")).containsExactly("+CMWAIT: 10", "OK");
        assertThat(dte.line("AT+CMWAIT=60")).containsExactly("OK");
        assertThat(dte.line("AT+CMWAIT?")).containsExactly("+CMWAIT: 60", "OK");
        assertThat(dte.line("AT+CMWAIT")).containsExactly("+CMWAIT: 10", "OK");
        assertThat(dte.line("AT+CMWAIT?")).containsExactly("+CMWAIT: 10", "OK");
        dte.line("AT+CMWAIT=0");
        device.modem().execute(() -> device.modem().power().restart());
        device.pass(20);
        assertThat(dte.line("AT+CMWAIT?")).contains("+CMWAIT: 10");
        assertThat(dte.line("AT+CMWAIT=61")).contains("ERROR");
        assertThat(dte.line("AT+CMWAIT=")).contains("ERROR");
    }

    @Test
    void whatIsThereOrNotIsSaid() {
        device.put("C:/Picture/a", "1");
        dte.line("AT+FSCD=C:/Picture");
        dte.line("AT+CMEE=2");
        assertThat(dte.line("AT+CRXFILE=\"a\"")).containsExactly("FILE IS EXISTING", "ERROR");
        assertThat(dte.line("AT+CTXFILE=\"b\"")).containsExactly("FILE NOT EXISTING", "ERROR");
        assertThat(dte.line("AT+CTXFILE=\"a\"")).containsExactly("OK");
    }

    @Test
    void namesMayBeGivenInHexadecimal() {
        dte.line("AT+CMWAIT=0");
        dte.type("AT+CRXFILE={non-ascii}\"E4B8AD2E747874\"\r");
        device.pass(0);
        assertThat(dte.type("\u0004")).endsWith("\u0006");
        assertThat(device.files("C:/")).containsExactly("\u4e2d.txt");
    }

    @Test
    void neitherNeedsTheSim() {
        assertThat(StorageModem.withLockedSim().dte().line("AT+CRXFILE=\"a\"")).containsExactly("OK");
        assertThat(StorageModem.withoutCard().dte().line("AT+CRXFILE=\"D:/a\"")).containsExactly("ERROR");
    }

    @Test
    void theRestOfTheLineIsNotExecuted() {
        assertThat(dte.type("AT+CMWAIT=1;+CRXFILE=\"a\";+CSQ\r")).isEqualTo("\r\nOK\r\n");
        assertThat(dte.type("\u0018\u0018AT\r")).isEqualTo("\r\nOK\r\n");
        assertThat(dte.line("AT+CMWAIT?")).containsExactly("+CMWAIT: 1", "OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT+CTXFILE",
                "AT+CTXFILE?",
                "AT+CTXFILE=",
                "AT+CTXFILE=a",
                "AT+CTXFILE=\"a\",1",
                "AT+CTXFILE=\"a\",0,2",
                "AT+CTXFILE=\"a\",0,0,0",
                "AT+CTXFILE=\"a*\"",
                "AT+CTXFILE=\"a/\"",
                "AT+CRXFILE",
                "AT+CRXFILE?",
                "AT+CRXFILE=b",
                "AT+CRXFILE=\"b\",1",
                "AT+CRXFILE=\"b\",0,0",
                "AT+CRXFILE=\"none/b\"",
                "AT+CRXFILE=\"b/\"",
                "AT+CRXFILE=\"Audio\"",
            })
    void whatCannotBeIsErrorAtOnce(String line) {
        device.put("C:/a", "1");
        assertThat(dte.line(line)).containsExactly("ERROR");
        assertThat(device.files("C:/")).containsExactly("a");
    }
}
