package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.fs.Storage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails that lack something, and attachments that are no longer what they were. */
class SmtpParameterErrorTest {

    private static final List<String> PARAM_ERROR = List.of("+SMTP: PARAM ERROR", "ERROR");
    private static final int MEGABYTE = 1 << 20;

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AT+SMTPSRV        | AT+SMTPSRV=\"smtp.server.com\" | no server: AT+SMTPSRV",
                "AT+SMTPFROM       | AT+SMTPFROM=\"a@server.com\"   | no sender: AT+SMTPFROM",
                "AT+SMTPRCPT       | AT+SMTPRCPT=2,4,\"a@server.com\" | no recipient: AT+SMTPRCPT",
                "AT+CGSOCKCONT=1   | AT+CGSOCKCONT=1,\"IP\",\"3GNET\" | no context: AT+CGSOCKCONT, AT+CSOCKSETPN",
            })
    void whatIsMissing(String clear, String set, String cause) {
        bench.writeMail();
        bench.ok(clear);
        assertThat(bench.exact("AT+SMTPSEND")).isEqualTo("\r\n+SMTP: PARAM ERROR\r\n\r\nERROR\r\n");
        assertThat(bench.lastOutcome().cause()).isEqualTo(cause);
        assertThat(bench.server().transcripts()).isEmpty();
        bench.ok(set);
        bench.sendMail();
    }

    @Test
    void theContextIsTheOneThatCsocksetpnChooses() {
        bench.writeMail();
        bench.ok("AT+CGSOCKCONT=3", "AT+CSOCKSETPN=3");
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(PARAM_ERROR);
        bench.ok("AT+CSOCKSETPN=2");
        bench.sendMail();
    }

    @Test
    void anAttachmentThatWasDeleted() {
        attach("C:/a.txt");
        bench.ok("AT+FSDEL=a.txt");
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(PARAM_ERROR);
        assertThat(bench.line("AT+SMTPFILE?")).containsExactly("+SMTPFILE: 1, \"C:/a.txt\"", "OK");
        bench.ok("AT+SMTPFILE=1");
        bench.sendMail();
    }

    @Test
    void anAttachmentThatBecameADirectory() {
        attach("C:/a.txt");
        bench.ok("AT+FSDEL=a.txt", "AT+FSMKDIR=a.txt");
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(PARAM_ERROR);
    }

    @Test
    void anAttachmentOnACardThatWasPulled() {
        bench.line("AT+FSCD=D:/");
        attach("D:/a.txt");
        onStorage(Storage::removeCard);
        assertThat(bench.line("AT+SMTPSEND")).isEqualTo(PARAM_ERROR);
        onStorage(Storage::insertCard);
        bench.sendMail();
    }

    @Test
    void aCardThatIsPulledUnderway() throws InterruptedException {
        bench.put("D:/big.bin", new byte[8 * MEGABYTE]);
        bench.line("AT+FSCD=D:/");
        bench.writeMail();
        bench.ok("AT+SMTPFILE=1,\"big.bin\"");
        Stall stall = new Stall(1000);
        bench.conduct(Script.of().on(Protocol.SMTP, "DATA").perform(stall));
        bench.line("AT+SMTPSEND");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        bench.watch().awaitSending();
        onStorage(Storage::removeCard);
        stall.release();
        assertThat(bench.dte().await("ERROR\r\n")).isEqualTo("\r\n+SMTP: PARAM ERROR\r\n");
        assertThat(bench.server().mailbox().messages()).as("no half mail").isEmpty();
    }

    @Test
    void anAttachmentWithNewContentIsSentAsItIsThen() throws Exception {
        attach("C:/a.txt");
        bench.ok("AT+FSDEL=a.txt");
        byte[] changed = bench.put("C:/a.txt", "something else".getBytes());
        bench.sendMail();
        assertThat(ReceivedMail.of(bench.received()).attachments().get(0).content())
                .isEqualTo(changed);
    }

    @Test
    void attachmentsThatHaveGrownBeyondTenMegabytes() {
        attach("C:/a.txt");
        bench.put("C:/b.txt", new byte[5 * MEGABYTE]);
        bench.ok("AT+SMTPFILE=2,\"b.txt\"", "AT+FSDEL=a.txt");
        bench.put("C:/a.txt", new byte[5 * MEGABYTE + 1]);
        assertThat(bench.line("AT+SMTPSEND")).containsExactly("+SMTP: OVERSIZE", "ERROR");
        bench.ok("AT+FSDEL=a.txt");
        bench.put("C:/a.txt", new byte[5 * MEGABYTE]);
        bench.sendMail();
    }

    private void attach(String path) {
        bench.put(path, new byte[10]);
        bench.writeMail();
        bench.ok("AT+SMTPFILE=1,\"" + path.substring(3) + "\"");
    }

    private void onStorage(java.util.function.Consumer<Storage> change) {
        bench.onModem(modem -> {
            change.accept(modem.part(Storage.class));
            return null;
        });
    }
}
