package io.github.sim52xx.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.modem.ManualTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, where, and how much of it. */
class MailboxTest {

    private static final Instant NOW = Instant.parse("2010-02-02T03:04:57Z");
    private static final int LARGE = 100_000;

    @TempDir
    private Path directory;

    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = new Mailbox(1 << 20, 1 << 20, directory, new ManualTime(NOW));
    }

    @Test
    void keepsBytesEnvelopeAndTime() throws IOException {
        Envelope envelope = new Envelope("a@b", List.of("c@d"));
        StoredMail mail = mailbox.add(envelope, bytes("a\nb\rc\r\n"));
        assertThat(mailbox.messages()).containsExactly(mail);
        assertThat(mail.envelope()).isEqualTo(envelope);
        assertThat(mail.received()).isEqualTo(NOW);
        assertThat(mail.size()).isEqualTo(7);
        assertThat(mail.bytes()).isEqualTo(bytes("a\nb\rc\r\n"));
        try (InputStream in = mail.content()) {
            assertThat(in.available()).isEqualTo(7);
            assertThat(in.read()).isEqualTo('a');
            assertThat(in.readAllBytes()).isEqualTo(bytes("\nb\rc\r\n"));
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void endsALineThatHasNoEnd() throws IOException {
        assertThat(mailbox.add(bytes("a")).bytes()).isEqualTo(bytes("a\r\n"));
        assertThat(mailbox.add(bytes("a\n")).bytes()).isEqualTo(bytes("a\n\r\n"));
        assertThat(mailbox.add(bytes("\n")).bytes()).isEqualTo(bytes("\n\r\n"));
        assertThat(mailbox.add(bytes("")).bytes()).isEmpty();
    }

    @Test
    void largeMailsLieInFilesThatNobodySees() throws IOException {
        byte[] large = bytes("0123456789".repeat(LARGE / 10) + "\r\n");
        StoredMail mail = mailbox.add(large);
        assertThat(directory).isEmptyDirectory();
        assertThat(mail.bytes()).isEqualTo(large);
        try (Draft draft = new Draft(mailbox)) {
            for (int i = 0; i < LARGE; i += 1000) {
                draft.write(large, i, 1000);
            }
            assertThat(directory).isEmptyDirectory();
            assertThat(mailbox.add(Envelope.NONE, draft).bytes()).isEqualTo(bytes("0123456789".repeat(LARGE / 10)));
        }
        mailbox.clear();
        assertThat(mailbox.messages()).isEmpty();
        assertThatThrownBy(mail::bytes).isInstanceOf(IOException.class);
    }

    @Test
    void theLargestMailInMemoryAndTheSmallestInAFile() throws IOException {
        for (int size : new int[] {Draft.IN_MEMORY - 2, Draft.IN_MEMORY - 1, Draft.IN_MEMORY}) {
            byte[] content = bytes("x".repeat(size));
            assertThat(mailbox.add(content).bytes()).isEqualTo(bytes("x".repeat(size) + "\r\n"));
        }
    }

    @Test
    void whatIsHeldBySomeSessionCanStillBeRead() throws IOException {
        StoredMail mail = mailbox.add(new byte[LARGE]);
        Maildrop maildrop = new Maildrop(mailbox);
        mailbox.clear();
        assertThat(maildrop.mail(1).bytes()).hasSize(LARGE + 2);
        assertThat(mailbox.hasRoom((1 << 20) - 2000)).isFalse();
        maildrop.close();
        assertThat(mailbox.hasRoom((1 << 20) - 2000)).isTrue();
        assertThatThrownBy(mail::bytes).isInstanceOf(IOException.class);
    }

    @Test
    void isBounded() throws IOException {
        for (int i = 0; i < 10; i++) {
            mailbox.add(new byte[LARGE]);
        }
        assertThatThrownBy(() -> mailbox.add(new byte[LARGE])).isInstanceOf(MailboxFullException.class);
        assertThat(mailbox.messages()).hasSize(10);
        mailbox.remove(mailbox.messages().subList(0, 1));
        mailbox.add(new byte[LARGE]);
        mailbox.clear();
        assertThat(mailbox.hasRoom((1 << 20) - Mailbox.OVERHEAD)).isTrue();
        assertThat(mailbox.hasRoom((1 << 20) - Mailbox.OVERHEAD + 1)).isFalse();
    }

    @Test
    void emptyMailsTakeRoomToo() throws IOException {
        Mailbox small = new Mailbox(10L * Mailbox.OVERHEAD, 10L * Mailbox.OVERHEAD, directory, new ManualTime(NOW));
        for (int i = 0; i < 10; i++) {
            small.add(new byte[0]);
        }
        assertThatThrownBy(() -> small.add(new byte[0])).isInstanceOf(MailboxFullException.class);
    }

    @Test
    void idsAreNeverUsedTwice() throws IOException {
        String id = mailbox.add(bytes("a")).id();
        mailbox.clear();
        assertThat(mailbox.add(bytes("a")).id()).isNotEqualTo(id);
    }

    @Test
    void tellsWhoListens() throws IOException {
        List<StoredMail> told = new ArrayList<>();
        mailbox.onStored(told::add);
        StoredMail mail = mailbox.add(bytes("a"));
        assertThat(told).containsExactly(mail);
    }

    @Test
    void smtpSaysThatItIsFull() throws IOException {
        try (MailServer server = MailServer.builder().mailbox(mailbox).start();
                RawClient client = RawClient.smtp(server)) {
            assertThat(client.ask("MAIL FROM:<a@b> SIZE=1100000")).startsWith("452");
            client.ask("MAIL FROM:<a@b>");
            client.ask("RCPT TO:<a@b>");
            client.ask("DATA");
            client.send("x".repeat(1100_000));
            assertThat(client.ask("\r\n.")).startsWith("452");
            assertThat(mailbox.hasRoom((1 << 20) - Mailbox.OVERHEAD)).isTrue();
            mailbox.add(new byte[(1 << 20) - Mailbox.OVERHEAD - 2]);
            client.ask("MAIL FROM:<a@b>");
            client.ask("RCPT TO:<a@b>");
            client.ask("DATA");
            assertThat(client.ask(".")).startsWith("452");
        }
    }

    @Test
    void smallMailsFillTheirShareOfTheHeapOnly() throws IOException {
        Mailbox tight = new Mailbox(1 << 20, 1000, directory, new ManualTime(NOW));
        tight.add(new byte[900]);
        assertThatThrownBy(() -> tight.add(new byte[900])).isInstanceOf(MailboxFullException.class);
        tight.add(new byte[100 * 1024]);
        tight.clear();
        tight.add(new byte[900]);
        assertThat(tight.messages()).hasSize(1);
    }

    @Test
    void smtpSaysThatItCannotWrite() throws IOException {
        Mailbox homeless = new Mailbox(1 << 20, 1 << 20, directory.resolve("missing"), new ManualTime(NOW));
        try (MailServer server = MailServer.builder().mailbox(homeless).start();
                RawClient client = RawClient.atData(server)) {
            client.send("x".repeat(LARGE));
            assertThat(client.ask("\r\n.")).startsWith("452 4.3.1 Insufficient");
            assertThat(homeless.hasRoom((1 << 20) - Mailbox.OVERHEAD)).isTrue();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
