package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.StoredMail;
import io.github.sim52xx.cli.mail.Transcript;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.it.process.ClosedPort;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A modem with a terminal, time that stands still, and a mail server on loopback that does what a script says. Names
 * under server.com lead to it. At the end of a test nothing may have failed in a way that no document knows.
 */
public final class MailBench implements AfterEachCallback, AutoCloseable {

    /** As long as nobody waits unless a test fails. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Where nobody listens. */
    static final String NOBODY = "nobody.example";

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Watch watch = new Watch();
    private final MailServer server;
    private final ClosedPort nobody;
    private final Modem modem;
    private final Dte dte;

    private MailBench(
            StorageOptions storage,
            UnaryOperator<Blueprint.Builder> blueprint,
            UnaryOperator<MailServer.Builder> mail,
            NonVolatile.Medium memory) {
        try {
            server = mail.apply(MailServer.builder()).start();
            nobody = new ClosedPort();
            Resolver resolver = new Resolver(
                    List.of(
                            to("*.server.com", 25, server.smtpPort()),
                            to("*.server.com", 110, server.pop3Port()),
                            to(NOBODY, MapRule.ANY_PORT, nobody.number())),
                    List.of());
            Blueprint.Builder standard = Simulation.blueprint(storage, resolver)
                    .time(time)
                    .clockStart(OffsetDateTime.parse("2010-02-02T11:04:57+08:00"))
                    .workers(watch)
                    .trace(watch)
                    .events(watch::event);
            modem = new Modem(blueprint.apply(standard).build(), memory);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        dte = Dte.quiet(modem);
        assertThat(dte.taken()).isEmpty();
    }

    /** The modem of the application note. */
    public static MailBench standard() {
        return firmware(Firmware.V2010);
    }

    static MailBench firmware(Firmware firmware) {
        return new MailBench(
                StorageOptions.DEFAULT, blueprint -> blueprint.firmware(firmware), mail -> mail, NonVolatile.IN_MEMORY);
    }

    public static MailBench storage(StorageOptions storage) {
        return new MailBench(storage, blueprint -> blueprint, mail -> mail, NonVolatile.IN_MEMORY);
    }

    static MailBench of(UnaryOperator<Blueprint.Builder> blueprint) {
        return new MailBench(StorageOptions.DEFAULT, blueprint, mail -> mail, NonVolatile.IN_MEMORY);
    }

    public static MailBench of(UnaryOperator<Blueprint.Builder> blueprint, UnaryOperator<MailServer.Builder> mail) {
        return new MailBench(StorageOptions.DEFAULT, blueprint, mail, NonVolatile.IN_MEMORY);
    }

    static MailBench withServer(UnaryOperator<MailServer.Builder> mail) {
        return new MailBench(StorageOptions.DEFAULT, blueprint -> blueprint, mail, NonVolatile.IN_MEMORY);
    }

    /** A modem whose clock runs on without a zone: one whose non-volatile memory knows the time, but no zone. */
    static MailBench withoutZone() {
        NonVolatile.Medium memory = new NonVolatile.Medium() {
            @Override
            public Map<String, String> load() {
                return Map.of("clock.drift", "0");
            }

            @Override
            public void keep(Map<String, String> texts) {}
        };
        return new MailBench(StorageOptions.DEFAULT, blueprint -> blueprint.clockStart(null), mail -> mail, memory);
    }

    private static MapRule to(String name, int port, int target) {
        return new MapRule(name, port, new HostPort("127.0.0.1", target));
    }

    Modem modem() {
        return modem;
    }

    public ManualTime time() {
        return time;
    }

    Watch watch() {
        return watch;
    }

    public MailServer server() {
        return server;
    }

    /** The first terminal, whose echo is off. */
    public Dte dte() {
        return dte;
    }

    /** One more terminal, whose echo is off. */
    Dte terminal() {
        return Dte.quiet(modem);
    }

    // ---- the AT line

    /** As {@link Dte#line}, on the first terminal. */
    public List<String> line(String line) {
        return dte.line(line);
    }

    /** As {@link Dte#exact}, on the first terminal. */
    String exact(String line) {
        return dte.exact(line);
    }

    /** As {@link Dte#ok}, on the first terminal. */
    public void ok(String... lines) {
        dte.ok(lines);
    }

    /** As {@link Dte#error}, on the first terminal. */
    public void error(String... lines) {
        dte.error(lines);
    }

    /** Lets everything that has been posted to the modem happen, and returns what {@code question} gives there. */
    <T> T onModem(Function<Modem, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        modem.execute(() -> answer.complete(question.apply(modem)));
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Restarts the modem by a line on a terminal, lets it boot and register, and switches the first echo off again. */
    void restart(Dte terminal) {
        terminal.ok("AT+CRESET");
        // Each step of a boot begins its timer when the one before is over.
        for (int step = 0; step < 10; step++) {
            onModem(device -> null);
            time.advance(Duration.ofSeconds(5));
        }
        onModem(device -> null);
        dte.taken();
        dte.exact("ATE0");
    }

    // ---- mails

    /** Configures server, sender and one recipient. */
    void writeMail() {
        ok(
                "AT+SMTPSRV=\"smtp.server.com\",25",
                "AT+SMTPFROM=\"mike@server.com\",\"mike\"",
                "AT+SMTPRCPT=0,0,\"john@server.com\",\"john\"");
    }

    /** Sends what is written; it has to succeed. */
    public void sendMail() {
        assertThat(exact("AT+SMTPSEND")).isEqualTo("\r\n+SMTP: OK\r\n\r\nOK\r\n");
        assertThat(dte.await("+SMTP: SUCCESS\r\n")).isEqualTo("\r\n+SMTP: SUCCESS\r\n");
    }

    /** The mail that the server got last. */
    StoredMail received() {
        List<StoredMail> mails = server.mailbox().messages();
        assertThat(mails).isNotEmpty();
        return mails.get(mails.size() - 1);
    }

    /** Logs in at the POP3 server. */
    public void logIn() {
        ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110");
        assertThat(line("AT+POP3IN")).containsExactly("+POP3: SUCCESS", "OK");
    }

    /** Fetches a mail, which has to succeed, and returns the directory and the file, {@code C:/Email/…/EMAIL000.TXT}. */
    public String fetch(String parameters) {
        ok("AT+POP3GET=" + parameters);
        String report = dte.await(".TXT\r\n");
        assertThat(report).matches("\r\n\\+POP3: SUCCESS\r\n[CD]:/Email/\\d{12}/, EMAIL\\d+\\.TXT\r\n");
        return AtDialogue.lines(report).get(1).replace(", ", "");
    }

    /** Puts a mail, a text with any line ends, into the mailbox. */
    public void deliver(String mail) {
        deliver(mail.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public void deliver(byte[] mail) {
        try {
            server.mailbox().add(mail);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public void conduct(Conduct conduct) {
        server.conduct(conduct);
    }

    /** What was said in the last session of that protocol. */
    Transcript session(Protocol protocol) {
        List<Transcript> sessions = server.transcripts().stream()
                .filter(transcript -> transcript.protocol() == protocol)
                .toList();
        assertThat(sessions).isNotEmpty();
        return sessions.get(sessions.size() - 1);
    }

    /** Waits for the server's side of the last session of that protocol to be over. */
    Transcript endedSession(Protocol protocol) {
        Transcript session = session(protocol);
        try {
            assertThat(session.awaitEnd(PATIENCE)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return session;
    }

    List<MailOutcome> outcomes() {
        return watch.outcomes();
    }

    public MailOutcome lastOutcome() {
        List<MailOutcome> outcomes = watch.outcomes();
        return outcomes.get(outcomes.size() - 1);
    }

    // ---- files

    Storage storage() {
        return onModem(device -> device.part(Storage.class));
    }

    /** Makes a file and returns its content. */
    public byte[] put(String path, byte[] content) {
        try {
            ModemPath place = path(path);
            try (NewFile file = storage().volume(place.drive()).create(place)) {
                file.write(content);
                file.commit();
            }
            return content;
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    public byte[] read(String path) {
        ModemPath place = path(path);
        try (InputStream in = storage().volume(place.drive()).open(place)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /** The names of the files in a directory. */
    public List<String> files(String directory) {
        try {
            ModemPath place = path(directory);
            return storage().volume(place.drive()).files(place);
        } catch (IOException e) {
            throw new AssertionError(directory, e);
        }
    }

    /** The names of the directories in {@code Email}; none if there is no such directory. */
    public List<String> mailDirectories(Drive drive) {
        try {
            ModemPath mails = ModemPath.root(drive).child("Email");
            return storage().volume(drive).exists(mails)
                    ? storage().volume(drive).directories(mails)
                    : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ModemPath path(String path) {
        try {
            byte[] utf8 = path.getBytes(StandardCharsets.UTF_8);
            return ModemPath.parse(new String(utf8, StandardCharsets.ISO_8859_1), ModemPath.root(Drive.C));
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        modem.close();
        server.close();
        nobody.close();
        assertThat(watch.faults()).isEmpty();
    }
}
