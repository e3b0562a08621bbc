package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long and how many: what fits exactly is taken, one more is refused. */
class SmtpLimitsTest {

    @RegisterExtension
    final MailBench bench = MailBench.firmware(Firmware.V2012);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "AT+SMTPSRV=\"%s\"                  | 128",
                "AT+SMTPAUTH=1,\"%s\",\"pwd\"       | 128",
                "AT+SMTPAUTH=1,\"un\",\"%s\"        | 128",
                "AT+SMTPFROM=\"%s\"                 | 128",
                "AT+SMTPFROM=\"a@b.c\",\"%s\"       | 64",
                "AT+SMTPRCPT=0,0,\"%s\"             | 128",
                "AT+SMTPRCPT=2,4,\"a@b.c\",\"%s\"   | 64",
                "AT+SMTPSUB=\"%s\"                  | 512",
                "AT+SMTPBODY=\"%s\"                 | 512",
                "AT+SMTPBCH=\"%s\"                  | 30",
            })
    void lengths(String command, int most) {
        bench.ok(command.formatted("x".repeat(most)));
        bench.error(command.formatted("x".repeat(most + 1)));
        String read = command.substring(0, command.indexOf('=')) + "?";
        assertThat(bench.exact(read)).contains("\"" + "x".repeat(most) + "\"");
    }

    @Test
    void anEscapedCharacterCountsOnce() {
        bench.ok("AT+SMTPSUB=\"" + "\\22".repeat(512) + "\"");
        bench.error("AT+SMTPSUB=\"" + "\\22".repeat(513) + "\"");
        bench.ok("AT+SMTPSUB={non-ascii}\"" + "E6".repeat(512) + "\"");
        bench.error("AT+SMTPSUB={non-ascii}\"" + "E6".repeat(513) + "\"");
    }

    @Test
    void ports() {
        bench.ok("AT+SMTPSRV=\"a.b\",1", "AT+SMTPSRV=\"a.b\",65535");
        bench.error("AT+SMTPSRV=\"a.b\",0", "AT+SMTPSRV=\"a.b\",65536", "AT+SMTPSRV=\"a.b\",99999999999");
    }

    @Test
    void fiveRecipientsOfEachKind() {
        List<String> all = new ArrayList<>();
        for (int kind = 0; kind < 3; kind++) {
            for (int index = 4; index >= 0; index--) {
                bench.ok("AT+SMTPRCPT=%d,%d,\"r%d%d@server.com\",\"R%d%d\""
                        .formatted(kind, index, kind, index, kind, index));
                all.add("+SMTPRCPT: %d, %d, \"r%d%d@server.com\", \"R%d%d\""
                        .formatted(kind, index, kind, index, kind, index));
            }
        }
        all.sort(null);
        all.add("OK");
        assertThat(bench.line("AT+SMTPRCPT?")).isEqualTo(all);
        bench.error("AT+SMTPRCPT=0,5,\"a@b.c\"", "AT+SMTPRCPT=3,0,\"a@b.c\"", "AT+SMTPRCPT=3");
        assertThat(bench.line("AT+SMTPRCPT?")).isEqualTo(all);
    }

    @Test
    void recipientsAreClearedOneByOneByKindAndAltogether() {
        for (String place : List.of("0,0", "0,1", "1,0", "1,4", "2,2")) {
            bench.ok("AT+SMTPRCPT=" + place + ",\"a@b.c\"");
        }
        bench.ok("AT+SMTPRCPT=0, 0", "AT+SMTPRCPT= 1");
        assertThat(bench.exact("AT+SMTPRCPT?"))
                .isEqualTo("\r\n+SMTPRCPT: 0, 1, \"a@b.c\", \"\"\r\n+SMTPRCPT: 2, 2, \"a@b.c\", \"\"\r\n\r\nOK\r\n");
        bench.ok("AT+SMTPRCPT=0,1,\"d@e.f\",\"new\"");
        assertThat(bench.line("AT+SMTPRCPT?")).contains("+SMTPRCPT: 0, 1, \"d@e.f\", \"new\"");
        bench.ok("AT+SMTPRCPT", "AT+SMTPRCPT?", "AT+SMTPRCPT=0", "AT+SMTPRCPT=2,4");
    }
}
