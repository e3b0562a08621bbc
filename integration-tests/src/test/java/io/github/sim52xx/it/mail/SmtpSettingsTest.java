package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the SMTP client in all their forms (manual 20.1.1 to 20.1.8). */
class SmtpSettingsTest {

    @RegisterExtension
    final MailBench bench = MailBench.firmware(Firmware.V2012);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "AT+SMTPSRV=?  | +SMTPSRV: (1-65535)",
                "AT+SMTPAUTH=? | +SMTPAUTH: (0,1)",
                "AT+SMTPRCPT=? | +SMTPRCPT: (0-2), (0-4)",
                "AT+SMTPBCH=?  | +SMTPBCH: \"CHARSET\"",
                "AT+SMTPFILE=? | +SMTPFILE: (1-10)",
                "AT+SMTPSRV?   | +SMTPSRV: \"\", 25",
                "AT+SMTPAUTH?  | +SMTPAUTH: 0, \"\", \"\"",
                "AT+SMTPFROM?  | +SMTPFROM: \"\", \"\"",
                "AT+SMTPSUB?   | +SMTPSUB: \"\"",
                "AT+SMTPBODY?  | +SMTPBODY: \"\"",
                "AT+SMTPBCH?   | +SMTPBCH: \"utf-8\"",
                "AT+SMTPSEND?  | +SMTPSEND: 0",
            })
    void testAndReadFormsAtPowerOn(String line, String answer) {
        assertThat(bench.exact(line)).isEqualTo("\r\n" + answer + "\r\n\r\nOK\r\n");
    }

    @Test
    void formsThatPrintNothing() {
        bench.ok("AT+SMTPFROM=?", "AT+SMTPSUB=?", "AT+SMTPBODY=?", "AT+SMTPSEND=?", "AT+SMTPSTOP=?");
        bench.ok("AT+SMTPRCPT?", "AT+SMTPFILE?");
        bench.ok("AT+SMTPSRV", "AT+SMTPAUTH", "AT+SMTPFROM", "AT+SMTPRCPT", "AT+SMTPSUB", "AT+SMTPFILE");
    }

    @Test
    void formsThatDoNotExist() {
        bench.error("AT+SMTPSTOP?", "AT+SMTPSTOP=1", "AT+SMTPSEND=1", "AT+SMTPSTOP", "AT+SMTPBCH");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "AT+SMTPSRV=\"smtp.server.com\",26 | AT+SMTPSRV | +SMTPSRV: \"smtp.server.com\", 26 | +SMTPSRV: \"\", 25",
                "AT+SMTPSRV=\"10.0.0.1\"           | AT+SMTPSRV | +SMTPSRV: \"10.0.0.1\", 25 | +SMTPSRV: \"\", 25",
                "AT+SMTPAUTH=1,\"un\",\"pwd\" | AT+SMTPAUTH | +SMTPAUTH: 1, \"un\", \"pwd\" | +SMTPAUTH: 0, \"\", \"\"",
                "AT+SMTPAUTH=1,\"un\",\"\"    | AT+SMTPAUTH=0 | +SMTPAUTH: 1, \"un\", \"\" | +SMTPAUTH: 0, \"\", \"\"",
                "AT+SMTPFROM=\"a@b.c\",\"A B\" | AT+SMTPFROM | +SMTPFROM: \"a@b.c\", \"A B\" | +SMTPFROM: \"\", \"\"",
                "AT+SMTPFROM=\"a@b.c\"         | AT+SMTPFROM | +SMTPFROM: \"a@b.c\", \"\" | +SMTPFROM: \"\", \"\"",
                "AT+SMTPSUB=\"First Email\"    | AT+SMTPSUB | +SMTPSUB: \"First Email\" | +SMTPSUB: \"\"",
                "AT+SMTPSUB=\"a \\22b\\22 \\c\" | AT+SMTPSUB | +SMTPSUB: \"a \\22b\\22 \\c\" | +SMTPSUB: \"\"",
                "AT+SMTPSUB=\"x\\5C22\"        | AT+SMTPSUB=\"\" | +SMTPSUB: \"x\\5C22\" | +SMTPSUB: \"\"",
                "AT+SMTPBODY=\"Hello; you, there\" | AT+SMTPBODY=\"\" | +SMTPBODY: \"Hello; you, there\" | +SMTPBODY: \"\"",
                "AT+SMTPSRV = \"a.b\" , 465    | AT+SMTPSRV | +SMTPSRV: \"a.b\", 465 | +SMTPSRV: \"\", 25",
                "at+smtpsub=\"Lower\"          | at+smtpsub | +SMTPSUB: \"Lower\" | +SMTPSUB: \"\"",
            })
    void whatIsWrittenIsReadAndCleared(String write, String clear, String read, String cleared) {
        String ask = read.replaceAll(":.*", "?").replace("+", "AT+");
        bench.ok(write);
        assertThat(bench.exact(ask)).isEqualTo("\r\n" + read + "\r\n\r\nOK\r\n");
        // What is printed can be typed again.
        if (!read.startsWith("+SMTPAUTH: 0")) {
            bench.ok("AT" + read.replaceFirst(": ", "="));
            assertThat(bench.exact(ask)).isEqualTo("\r\n" + read + "\r\n\r\nOK\r\n");
        }
        bench.ok(clear);
        assertThat(bench.exact(ask)).isEqualTo("\r\n" + cleared + "\r\n\r\nOK\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+SMTPSRV=",
                "+SMTPSRV=\"\"",
                "+SMTPSRV=smtp.server.com",
                "+SMTPSRV=\"smtp.server.com\",0",
                "+SMTPSRV=\"smtp.server.com\",65536",
                "+SMTPSRV=\"smtp.server.com\",-1",
                "+SMTPSRV=\"smtp.server.com\",25,1",
                "+SMTPSRV=\"smtp.server.com\",\"25\"",
                "+SMTPSRV=\"smtp.server.com",
                "+SMTPSRV=,25",
                "+SMTPAUTH=",
                "+SMTPAUTH=2,\"un\",\"pwd\"",
                "+SMTPAUTH=1",
                "+SMTPAUTH=1,\"un\"",
                "+SMTPAUTH=1,\"\",\"pwd\"",
                "+SMTPAUTH=1,,\"pwd\"",
                "+SMTPAUTH=1,\"un\",\"pwd\",1",
                "+SMTPAUTH=0,\"un\",\"pwd\"",
                "+SMTPAUTH=0,",
                "+SMTPFROM=",
                "+SMTPFROM=\"\"",
                "+SMTPFROM=\"\",\"name\"",
                "+SMTPFROM=,\"name\"",
                "+SMTPFROM=\"a@b.c\",\"A\",\"B\"",
                "+SMTPRCPT=",
                "+SMTPRCPT=3",
                "+SMTPRCPT=3,0,\"a@b.c\"",
                "+SMTPRCPT=0,5,\"a@b.c\"",
                "+SMTPRCPT=0,-1,\"a@b.c\"",
                "+SMTPRCPT=0,0,\"\"",
                "+SMTPRCPT=0,0,a@b.c",
                "+SMTPRCPT=0,,\"a@b.c\"",
                "+SMTPRCPT=0,0,\"a@b.c\",\"A\",\"B\"",
                "+SMTPSUB=",
                "+SMTPSUB=First",
                "+SMTPSUB=\"a\",\"b\"",
                "+SMTPSUB=\"a\"b\"",
                "+SMTPSUB={non-ascii}E6B5",
                "+SMTPSUB={non-ascii}\"E6B\"",
                "+SMTPSUB={non-ascii}\"XY\"",
                "+SMTPBODY=",
                "+SMTPBODY=Hello",
                "+SMTPBODY=\"a\",\"b\"",
                "+SMTPBCH=",
                "+SMTPBCH=\"\"",
                "+SMTPBCH=utf-8",
                "+SMTPBCH=\"utf-8; x=y\"",
                "+SMTPFILE=",
                "+SMTPFILE=0",
                "+SMTPFILE=11",
                "+SMTPFILE=1,",
                "+SMTPFILE=1,\"\"",
                "+SMTPFILE=1,\"missing.txt\"",
            })
    void wrongParametersAreRefusedAndChangeNothing(String command) {
        bench.ok(
                "AT+SMTPSRV=\"kept.example\",2525",
                "AT+SMTPAUTH=1,\"kept\",\"secret\"",
                "AT+SMTPFROM=\"kept@example.org\",\"Kept\"",
                "AT+SMTPRCPT=0,0,\"to@example.org\"",
                "AT+SMTPSUB=\"kept\"",
                "AT+SMTPBODY=\"kept\"",
                "AT+SMTPBCH=\"gb2312\"");
        bench.error("AT" + command);
        String all = "AT+SMTPSRV?;+SMTPAUTH?;+SMTPFROM?;+SMTPRCPT?;+SMTPSUB?;+SMTPBODY?;+SMTPBCH?;+SMTPFILE?";
        assertThat(bench.line(all))
                .containsExactly(
                        "+SMTPSRV: \"kept.example\", 2525",
                        "+SMTPAUTH: 1, \"kept\", \"secret\"",
                        "+SMTPFROM: \"kept@example.org\", \"Kept\"",
                        "+SMTPRCPT: 0, 0, \"to@example.org\", \"\"",
                        "+SMTPSUB: \"kept\"",
                        "+SMTPBODY: \"kept\"",
                        "+SMTPBCH: \"gb2312\"",
                        "OK");
    }

    @Test
    void errorsStayPlainWhateverCmeeSays() {
        bench.ok("AT+CMEE=2");
        bench.error("AT+SMTPSRV=\"\"", "AT+SMTPSTOP");
        assertThat(bench.line("AT+SMTPSEND")).containsExactly("+SMTP: PARAM ERROR", "ERROR");
    }

    @Test
    void settingsAreForgottenAtARestart() {
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"", "AT+SMTPSUB=\"s\"", "AT+SMTPBODY=\"b\"", "AT+SMTPBCH=\"gbk\"");
        bench.restart(bench.dte());
        assertThat(bench.line("AT+SMTPSRV?;+SMTPAUTH?;+SMTPFROM?;+SMTPRCPT?;+SMTPSUB?;+SMTPBODY?;+SMTPBCH?"))
                .containsExactly(
                        "+SMTPSRV: \"\", 25",
                        "+SMTPAUTH: 0, \"\", \"\"",
                        "+SMTPFROM: \"\", \"\"",
                        "+SMTPSUB: \"\"",
                        "+SMTPBODY: \"\"",
                        "+SMTPBCH: \"utf-8\"",
                        "OK");
    }

    @Test
    void theCharsetCameIn2012() {
        try (MailBench old = MailBench.standard()) {
            old.error("AT+SMTPBCH?", "AT+SMTPBCH=?", "AT+SMTPBCH=\"utf-8\"");
        }
    }
}
