package io.github.sim52xx.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.it.mail.Dte;
import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the modem does with a mail server, whichever that is: send, fetch, delete, and what goes wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MailServerContract {

    private static final String NAME = "smtp.server.com";
    private static final String LOGIN_NAME = "login.server.com";
    private static final int MEGABYTE = 1 << 20;

    private MailBackend server;
    private Maildrop maildrop;
    private MailModem modem;
    private Dte dte;

    abstract MailBackend start() throws IOException;

    @BeforeAll
    void startServer() throws IOException {
        server = start();
        maildrop = new Maildrop(server);
    }

    @AfterAll
    void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void startModem() throws IOException {
        maildrop.clear();
        plug(new MailModem(server));
    }

    @AfterEach
    void stopModem() {
        modem.close();
    }

    /** Puts another modem in the place of the one that is there. */
    private void plug(MailModem other) {
        if (modem != null) {
            modem.close();
        }
        modem = other;
        dte = other.dte();
    }

    // ---- sending

    @Test
    void hostileAttachmentsArriveAndComeBack() throws Exception {
        Map<String, byte[]> files = Hostile.files();
        modem.write(NAME, "john@server.com");
        attach(files);
        assertThat(modem.send()).isEqualTo("SUCCESS");
        byte[] mail = maildrop.await(1).get(0);
        Map<String, byte[]> arrived = Mime.parts(mail);
        files.forEach((name, content) -> assertThat(arrived.get(name)).as(name).isEqualTo(content));

        modem.logIn();
        Map<String, byte[]> fetched = modem.fetch(1);
        files.forEach((name, content) -> assertThat(fetched.get(name)).as(name).isEqualTo(content));
        assertThat(fetched).hasSize(files.size() + 1);
        modem.logOut();
    }

    @Test
    void aBodyOfDots() throws Exception {
        modem.write(NAME, "john@server.com");
        dte.send("AT+SMTPBODY\r");
        dte.await(">>");
        dte.send(".\r\n..\r\n.\r\n\r\nend\u001a");
        assertThat(dte.awaitResult()).endsWith("\r\nOK\r\n");
        assertThat(modem.send()).isEqualTo("SUCCESS");
        byte[] mail = maildrop.await(1).get(0);
        assertThat(Mime.subject(mail)).isEqualTo("a mail");
        assertThat(Mime.parts(mail).get("")).asString(StandardCharsets.US_ASCII).startsWith(".\r\n..\r\n.\r\n\r\nend");
    }

    @Test
    void manyMegabytesThereAndBack() throws Exception {
        byte[] first = noise(5 * MEGABYTE);
        byte[] second = noise(4 * MEGABYTE);
        modem.write(NAME, "john@server.com");
        attach(Map.of("5.bin", first, "4.bin", second));
        assertThat(modem.send()).isEqualTo("SUCCESS");
        int octets = maildrop.await(1).get(0).length;
        assertThat(octets).isGreaterThan(12 * MEGABYTE);

        modem.logIn();
        assertThat(dte.line("AT+POP3NUM")).containsExactly("+POP3: 1, " + octets, "OK");
        assertThat(modem.fetch(1)).containsEntry("5.bin", first).containsEntry("4.bin", second);
        modem.logOut();
    }

    @Test
    void aLoginLetsTheMailThrough() throws Exception {
        modem.write(LOGIN_NAME, "john@server.com");
        dte.ok("AT+SMTPAUTH=1,\"un\",\"pwd\"");
        assertThat(modem.send()).isEqualTo("SUCCESS");
        maildrop.await(1);
    }

    @Test
    void aWrongPasswordIs535() throws Exception {
        modem.write(LOGIN_NAME, "john@server.com");
        dte.ok("AT+SMTPAUTH=1,\"un\",\"wrong\"");
        assertThat(modem.send()).isEqualTo("AUTH ERROR");
        assertThat(maildrop.count()).isZero();
    }

    @Test
    void noLoginIs530() throws Exception {
        modem.write(LOGIN_NAME, "john@server.com");
        assertThat(modem.send()).isEqualTo("AUTH REQUIRED");
        assertThat(maildrop.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "refused@server.com, BAD RCPT refused@server.com",
        "full@server.com, BAD RCPT full@server.com",
        "busy@server.com, SERVER ERROR"
    })
    void aRefusedRecipient(String recipient, String outcome) throws Exception {
        modem.write(NAME, recipient);
        assertThat(modem.send()).isEqualTo(outcome);
        assertThat(maildrop.count()).isZero();
        // What was written is kept; without the bad recipient it goes.
        dte.ok("AT+SMTPRCPT=0,0,\"john@server.com\"");
        assertThat(modem.send()).isEqualTo("SUCCESS");
        maildrop.await(1);
    }

    @Test
    void sendingIsBrokenOff() throws Exception {
        try (Valve valve = new Valve(server.smtp(), Valve.Direction.TO_SERVER, 100_000)) {
            plug(new MailModem(valve.place(), server.smtp(), server.pop3()));
            modem.write(NAME, "john@server.com");
            attach(Map.of("5.bin", noise(5 * MEGABYTE)));
            modem.begin();
            valve.awaitShut();
            modem.terminal().ok("AT+SMTPSTOP");
            valve.awaitClosed();
        }
        assertThat(dte.line("AT+SMTPSEND?")).containsExactly("+SMTPSEND: 0", "OK");
        dte.ok("AT+SMTPSRV=\"login.server.com\",25");
        assertThat(modem.send()).isEqualTo("SUCCESS");
        assertThat(maildrop.await(1)).hasSize(1);
    }

    // ---- fetching

    @Test
    void sizesAreThoseOfTheTransfer() throws Exception {
        maildrop.deliver(
                mails("first", "dots\r\n.\r\n..two\r\n.", "", "umlauts \u00e4\u00f6\u00fc\r\n".repeat(3000), "no end"));
        List<byte[]> mails = maildrop.mails();
        int all = mails.stream().mapToInt(mail -> mail.length).sum();
        modem.logIn();
        assertThat(dte.line("AT+POP3NUM")).containsExactly("+POP3: " + mails.size() + ", " + all, "OK");
        List<String> listing = new ArrayList<>(List.of("+POP3:"));
        for (int number = 1; number <= mails.size(); number++) {
            int size = mails.get(number - 1).length;
            assertThat(dte.line("AT+POP3LIST=" + number)).containsExactly("+POP3: " + number + ", " + size, "OK");
            listing.add(number + " " + size);
        }
        listing.add("OK");
        assertThat(dte.line("AT+POP3LIST")).isEqualTo(listing);
        modem.logOut();
    }

    @Test
    void fetchedTextIsReadable() throws Exception {
        maildrop.deliver(mails("one", "..two dots\r\n.one dot"));
        modem.logIn();
        assertThat(dte.line("AT+POP3HDR=2")).contains("Subject: mail 2", "OK");
        Map<String, byte[]> files = modem.fetch(2);
        assertThat(files).hasSize(1);
        assertThat(files.values().iterator().next())
                .asString(StandardCharsets.UTF_8)
                .contains("Subject: mail 2\r\n")
                .endsWith("\r\n\r\n..two dots\r\n.one dot\r\n");
        assertThat(dte.line("AT+POP3HDR=3")).containsExactly("+POP3: SERVER ERROR", "ERROR");
        assertThat(dte.line("AT+POP3NUM")).last().isEqualTo("OK");
        modem.logOut();
    }

    @Test
    void anEmptyMaildrop() {
        modem.logIn();
        assertThat(dte.line("AT+POP3NUM")).containsExactly("+POP3: 0, 0", "OK");
        assertThat(dte.line("AT+POP3LIST")).containsExactly("+POP3: EMPTY", "OK");
        modem.logOut();
    }

    @Test
    void aWrongPasswordAtPop3() {
        dte.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"wrong\",110");
        assertThat(dte.line("AT+POP3IN")).containsExactly("+POP3: INVALID UN/PWD", "ERROR");
        modem.logIn();
        modem.logOut();
    }

    @Test
    void deletedMailsGoAtTheEnd() throws Exception {
        maildrop.deliver(mails("one", "two", "three"));
        modem.logIn();
        assertThat(dte.line("AT+POP3DEL=2")).containsExactly("+POP3: SUCCESS", "OK");
        dte.ok("AT+POP3STOP");
        assertThat(maildrop.count()).isEqualTo(3);

        modem.logIn();
        assertThat(dte.line("AT+POP3DEL=2")).containsExactly("+POP3: SUCCESS", "OK");
        assertThat(dte.line("AT+POP3HDR=2")).containsExactly("+POP3: SERVER ERROR", "ERROR");
        assertThat(dte.line("AT+POP3DEL=2")).containsExactly("+POP3: SERVER ERROR", "ERROR");
        modem.logOut();
        assertThat(subjects()).containsExactly("mail 1", "mail 3");

        modem.logIn();
        assertThat(dte.line("AT+POP3HDR=2")).contains("Subject: mail 3");
        modem.logOut();
        assertThat(dte.line("AT+POP3OUT")).containsExactly("ERROR");
    }

    @Test
    void mailsThatComeLaterAreSeenInTheNextSession() throws Exception {
        maildrop.deliver(mails("one"));
        modem.logIn();
        modem.write(NAME, "john@server.com");
        assertThat(modem.send()).isEqualTo("SUCCESS");
        maildrop.await(2);
        assertThat(dte.line("AT+POP3NUM").get(0)).startsWith("+POP3: 1, ");
        modem.logOut();
        modem.logIn();
        assertThat(dte.line("AT+POP3NUM").get(0)).startsWith("+POP3: 2, ");
        modem.logOut();
    }

    @Test
    void fetchingIsBrokenOff() throws Exception {
        modem.write(NAME, "john@server.com");
        byte[] content = noise(5 * MEGABYTE);
        attach(Map.of("5.bin", content));
        assertThat(modem.send()).isEqualTo("SUCCESS");
        maildrop.await(1);
        HostPort nowhere = server.smtp();
        try (Valve valve = new Valve(server.pop3(), Valve.Direction.FROM_SERVER, 1_000_000)) {
            plug(new MailModem(nowhere, nowhere, valve.place()));
            modem.logIn();
            dte.ok("AT+POP3GET=1");
            valve.awaitShut();
            dte.ok("AT+POP3STOP");
            dte.await("+POP3: FAILURE\r\n");
            valve.awaitClosed();
        }
        assertThat(modem.mailDirectories()).isEmpty();
        assertThat(dte.line("AT+POP3IN?")).containsExactly("+POP3IN: NULL", "OK");
        plug(new MailModem(server));
        modem.logIn();
        assertThat(modem.fetch(1)).containsEntry("5.bin", content);
        modem.logOut();
    }

    private List<String> subjects() throws IOException {
        return maildrop.mails().stream().map(Mime::subject).toList();
    }

    /** Puts the files on C: and into the mail that is being written. */
    private void attach(Map<String, byte[]> files) throws IOException {
        int index = 1;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            modem.put("C:/" + file.getKey(), file.getValue());
            dte.ok("AT+SMTPFILE=" + index + ",\"" + MailModem.bytes(file.getKey()) + "\"");
            index++;
        }
    }

    /** Mails of one text each; characters are Latin-1. */
    private static List<byte[]> mails(String... texts) {
        List<byte[]> mails = new ArrayList<>();
        for (String text : texts) {
            String header = "From: a@server.com\r\nSubject: mail " + (mails.size() + 1)
                    + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
                    + "Content-Transfer-Encoding: 8bit\r\n\r\n";
            mails.add((header + text).getBytes(StandardCharsets.ISO_8859_1));
        }
        return mails;
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }
}
