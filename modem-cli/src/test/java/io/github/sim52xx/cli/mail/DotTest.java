package io.github.sim52xx.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dots at the start of lines, in both directions, however the bytes are cut into packets. */
class DotTest {

    private MailServer server;

    @BeforeEach
    void start() throws IOException {
        server = MailServer.builder().start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** What is sent after DATA, and what the mail is; N stands for LF and R for CR. */
    @ParameterizedTest
    @CsvSource({
        ".RN, ''",
        "..RN.RN, .RN",
        ".xRN.RN, xRN",
        ".R.RN.RN, R.RN",
        "aRN.RN, aRN",
        "aRN..RN.RN, aRN.RN",
        "aRN.bRN.RN, aRNbRN",
        "aRN...RN.RN, aRN..RN",
        "aRN..RN..RN.RN, aRN.RN.RN",
        "RNRN.RN, RNRN",
        "aN.NbRN.RN, aN.NbRN",
        "aN.RNbRN.RN, aN.RNbRN",
        "aR.RbRN.RN, aR.RbRN",
        "aRRN.RN, aRRN",
        "aRN.NbRN.RN, aRNNbRN",
        "aRN.RbRN.RN, aRNRbRN",
        "aRN.RRN.RN, aRNRRN",
        "a.b.RN.RN, a.b.RN"
    })
    void aDotAloneEndsTheMailAndOthersLoseTheirDouble(String sent, String kept) throws IOException {
        String mail = sent.replace('N', '\n').replace('R', '\r');
        for (int cut = 1; cut <= mail.length(); cut++) {
            interruptReadingAfter(cut);
            try (RawClient client = RawClient.atData(server)) {
                client.send(mail);
                assertThat(client.line()).startsWith("250");
            }
        }
        assertThat(server.mailbox().messages())
                .hasSize(mail.length())
                .extracting(stored -> new String(stored.bytes(), StandardCharsets.ISO_8859_1))
                .containsOnly(kept.replace('N', '\n').replace('R', '\r'));
    }

    @Test
    void randomMailsPassBothWaysUnharmed() throws IOException {
        Random random = new Random(52);
        for (int i = 0; i < 60; i++) {
            byte[] mail = mail(random, i % 3 == 0 ? 300_000 : 500);
            byte[] onTheWire = stuffed(mail);
            interruptReadingAfter(random.nextInt(onTheWire.length));
            try (RawClient client = RawClient.atData(server)) {
                client.send(onTheWire);
                assertThat(client.line()).startsWith("250");
            }
            StoredMail stored = server.mailbox().messages().get(0);
            assertThat(stored.bytes()).isEqualTo(mail);
            assertThat(stored.size()).isEqualTo(mail.length);
            try (RawClient client = RawClient.pop3(server)) {
                assertThat(client.ask("RETR 1")).isEqualTo("+OK " + mail.length + " octets");
                assertThat(client.bytes(onTheWire.length)).isEqualTo(onTheWire);
                client.ask("DELE 1");
                client.ask("QUIT");
            }
            server.mailbox().clear();
        }
    }

    /** The server gets so many bytes of a mail and no more in its first reads. */
    private void interruptReadingAfter(int bytes) {
        Stall stall = new Stall(bytes);
        stall.release();
        server.conduct(Script.of().on(Protocol.SMTP, "DATA").perform(stall));
    }

    /** Dots, CRs and LFs wherever they can hurt. */
    private static byte[] mail(Random random, int length) {
        byte[] alphabet = {'.', '.', '\r', '\n', 'a', (byte) 0xe9, 0};
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        while (mail.size() < length) {
            if (random.nextInt(4) == 0) {
                mail.writeBytes(new byte[] {'\r', '\n', '.'});
            }
            mail.write(alphabet[random.nextInt(alphabet.length)]);
        }
        mail.writeBytes(new byte[] {'\r', '\n'});
        return mail.toByteArray();
    }

    private static byte[] stuffed(byte[] mail) {
        String text = "\r\n" + new String(mail, StandardCharsets.ISO_8859_1);
        String stuffed = text.replace("\r\n.", "\r\n..").substring(2) + ".\r\n";
        return stuffed.getBytes(StandardCharsets.ISO_8859_1);
    }
}
