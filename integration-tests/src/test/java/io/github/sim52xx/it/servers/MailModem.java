package io.github.sim52xx.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.it.mail.Dte;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A modem with a terminal and time that stands still, to which a server is {@code smtp.server.com} and {@code
 * pop3.server.com}, and {@code login.server.com} where it wants a login.
 */
final class MailModem implements AutoCloseable {

    static final int SMTP = 25;
    static final int POP3 = 110;

    private final Queue<ModemEvent> faults = new ConcurrentLinkedQueue<>();
    private final Modem modem;
    private final Dte dte;

    MailModem(MailBackend server) {
        this(server.smtp(), server.smtpAfterLogin(), server.pop3());
    }

    MailModem(HostPort smtp, HostPort smtpAfterLogin, HostPort pop3) {
        Resolver resolver = new Resolver(
                List.of(
                        new MapRule("smtp.server.com", SMTP, smtp),
                        new MapRule("login.server.com", SMTP, smtpAfterLogin),
                        new MapRule("pop3.server.com", POP3, pop3)),
                List.of());
        modem = new Modem(
                Simulation.blueprint(StorageOptions.DEFAULT, resolver)
                        .time(new ManualTime(Instant.parse("2010-02-02T03:04:57Z")))
                        .events(this::event)
                        .build(),
                NonVolatile.IN_MEMORY);
        dte = Dte.quiet(modem);
        dte.taken();
    }

    private void event(ModemEvent event) {
        if (event instanceof ModemEvent.Fault) {
            faults.add(event);
        }
    }

    Dte dte() {
        return dte;
    }

    /** One more terminal. */
    Dte terminal() {
        Dte terminal = Dte.quiet(modem);
        terminal.taken();
        return terminal;
    }

    /** Writes a mail to {@code recipient}, to be sent by {@code smtp.server.com} or {@code login.server.com}. */
    void write(String server, String recipient) {
        dte.ok(
                "AT+SMTPSRV=\"" + server + "\",25",
                "AT+SMTPFROM=\"mike@server.com\",\"mike\"",
                "AT+SMTPRCPT=0,0,\"" + recipient + "\",\"john\"",
                "AT+SMTPSUB=\"a mail\"",
                "AT+SMTPBODY=\"text\"");
    }

    /** Sends what is written and returns how that ended, the line after {@code +SMTP: }. */
    String send() {
        begin();
        return outcome();
    }

    /** Starts to send what is written. */
    void begin() {
        assertThat(dte.line("AT+SMTPSEND")).containsExactly("+SMTP: OK", "OK");
    }

    private String outcome() {
        dte.await("+SMTP: ");
        return dte.await("\r\n").strip();
    }

    /** Opens the account. */
    void logIn() {
        dte.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110");
        assertThat(dte.line("AT+POP3IN")).containsExactly("+POP3: SUCCESS", "OK");
    }

    /** Closes the session as it should be. */
    void logOut() {
        assertThat(dte.line("AT+POP3OUT")).containsExactly("+POP3: SUCCESS", "OK");
    }

    /** Fetches a mail; its files by their names, the text as {@code EMAIL000.TXT} or the like. */
    Map<String, byte[]> fetch(int number) throws IOException {
        dte.ok("AT+POP3GET=" + number);
        String report = dte.await(".TXT\r\n");
        assertThat(report).startsWith("\r\n+POP3: SUCCESS\r\nC:/Email/");
        return files(AtDialogue.lines(report).get(1).replaceAll("/, .*", ""));
    }

    void put(String path, byte[] content) throws IOException {
        ModemPath place = path(path);
        try (NewFile file = drive().create(place)) {
            file.write(content);
            file.commit();
        }
    }

    /** The names of the directories of fetched mails. */
    List<String> mailDirectories() throws IOException {
        ModemPath mails = path("C:/Email");
        return drive().exists(mails) ? drive().directories(mails) : List.of();
    }

    private Map<String, byte[]> files(String directory) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : drive().files(path(directory))) {
            try (InputStream in = drive().open(path(directory).child(name))) {
                files.put(name, in.readAllBytes());
            }
        }
        return files;
    }

    private Volume drive() {
        CompletableFuture<Storage> storage = new CompletableFuture<>();
        modem.execute(() -> storage.complete(modem.part(Storage.class)));
        return storage.join().volume(Drive.C);
    }

    private static ModemPath path(String path) throws IOException {
        return ModemPath.parse(bytes(path), ModemPath.root(Drive.C));
    }

    /** A text as it is typed on the AT line: its UTF-8, a character a byte. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        modem.close();
        assertThat(faults).isEmpty();
    }
}
