package io.github.sim52xx.cli;

import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.dte.Saying;
import io.github.sim52xx.cli.hostile.Expectation;
import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.Stage;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.SystemTime;
import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plays scripts: a server that misbehaves, a modem that is sent there, and the code that comes of it. Where the modem's
 * time can be moved it is, whenever the server keeps the modem waiting, so that thirty seconds take no time. Used by one
 * thread.
 */
final class UrcMatrix {

    /** Where the servers are, by default. */
    static final String LOOPBACK = "127.0.0.1";

    /** Enough for the largest attachments, and soon full. */
    private static final Fixture SMALL_FLASH = new Fixture.DriveOf(Drive.C, 16L << 20);

    /** How long a command may go without its code, in the modem's time. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofMillis(100);
    private static final Duration STEP = Duration.ofSeconds(1);
    /** Between two steps, in real time. */
    private static final Duration MOMENT = Duration.ofMillis(10);

    private static final String CODE = "\\+(SMTP|POP3): .+";
    private static final String NOTHING = "nothing";
    private static final String GREETED = "+SMTP: OK";
    private static final List<String> END = List.of("AT+SMTPSTOP", "AT+POP3STOP", "AT+SMTPRCPT", "AT+SMTPFILE");

    private static final Time HOST_TIME = new SystemTime();

    private final Stage remote;
    private final Dte remoteDte;
    private final String serverHost;
    private final Consumer<ModemEvent> events;

    private UrcMatrix(Stage remote, Dte remoteDte, String serverHost, Consumer<ModemEvent> events) {
        this.remote = remote;
        this.remoteDte = remoteDte;
        this.serverHost = serverHost;
        this.events = events;
    }

    /**
     * Every script gets a modem of its own.
     *
     * @param events takes what the modems tell the console
     */
    static UrcMatrix here(Consumer<ModemEvent> events) {
        return new UrcMatrix(null, null, LOOPBACK, events);
    }

    /** All scripts get this modem, which finds the servers at {@code serverHost}. */
    static UrcMatrix there(Stage modem, String serverHost) throws IOException {
        return new UrcMatrix(modem, new Dte(modem.terminal(1), SILENCE), serverHost, event -> {});
    }

    /** Plays a script that expects something. */
    UrcResult play(MailScript script) throws IOException {
        if (remote != null) {
            UrcResult result = play(script, remote, remoteDte, HOST_TIME);
            tidyUp();
            return result;
        }
        List<Fixture> fixtures = new ArrayList<>(files(script));
        fixtures.add(SMALL_FLASH);
        try (Bench bench = new Bench(fixtures, Cable.DIRECT, events)) {
            for (Fixture fixture : fixtures) {
                bench.given(fixture);
            }
            return play(script, bench, new Dte(bench.terminal(1), SILENCE), bench.time());
        }
    }

    /** What the modem has to have. */
    static List<Fixture> files(MailScript script) {
        return script.expected().files().entrySet().stream()
                .<Fixture>map(file -> new Fixture.File(file.getKey(), file.getValue()))
                .toList();
    }

    private UrcResult play(MailScript script, Stage stage, Dte dte, Time time) throws IOException {
        MailServer.Builder builder = MailServer.builder().time(time);
        for (Protocol protocol : Protocol.values()) {
            builder.address(protocol, new InetSocketAddress(serverHost, 0));
        }
        try (MailServer server = script.start(builder, script.seed(), upset -> {})) {
            Expectation expected = script.expected();
            List<String> lines = new ArrayList<>(preparation(server, expected.protocol()));
            lines.addAll(expected.before());
            for (String line : lines) {
                if (!dte.execute(line, ANSWER).isGood()) {
                    // Without the parameters, of which one may be a password.
                    throw new IOException(line.replaceAll("=.*", "") + " was not answered OK");
                }
            }
            Deadline modems = Deadline.after(PATIENCE, time);
            // The modem has to be given time to act on what has fallen due, too, which no skipping replaces.
            Deadline real = Deadline.after(ANSWER, HOST_TIME);
            Instant begun = time.now();
            dte.type(expected.command());
            String seen = NOTHING;
            while (seen.equals(NOTHING) && !(modems.isOver() && real.isOver())) {
                Saying saying = dte.next(MOMENT);
                seen = seen(saying, expected.code());
                if (saying == null && server.isHolding() && !modems.isOver()) {
                    stage.skip(STEP);
                }
            }
            return new UrcResult(script, seen, Duration.between(begun, time.now()));
        }
    }

    private static String seen(Saying saying, String expected) {
        if (saying instanceof Saying.Line line && line.text().matches(CODE)) {
            // The code of a mail comes behind this one.
            return line.text().equals(GREETED) && !expected.equals(GREETED) ? NOTHING : line.text();
        }
        if (saying instanceof Saying.Result result && !result.isGood()) {
            return result.text();
        }
        return NOTHING;
    }

    /** A moment of some time. */
    private record Deadline(Instant end, Time time) {

        static Deadline after(Duration delay, Time time) {
            return new Deadline(time.now().plus(delay), time);
        }

        boolean isOver() {
            return !time.now().isBefore(end);
        }
    }

    /** Ends what is not over, for the next script. */
    private void tidyUp() throws IOException {
        while (remoteDte.next(SILENCE) != null) {
            // What else there is to be said.
        }
        for (String line : END) {
            remoteDte.execute(line, ANSWER);
        }
    }

    private List<String> preparation(MailServer server, Protocol protocol) {
        int port = server.address(protocol).getPort();
        return switch (protocol) {
            case SMTP ->
                List.of(
                        "AT+SMTPSRV=\"" + serverHost + "\"," + port,
                        "AT+SMTPAUTH=1,\"un\",\"pwd\"",
                        "AT+SMTPFROM=\"UserName@server.com\",\"PresentName\"",
                        "AT+SMTPRCPT=0,0,\"john@server.com\",\"John\"",
                        "AT+SMTPSUB=\"urc-matrix\"",
                        "AT+SMTPBODY=\"A mail for a server that means no good.\"");
            case POP3 -> List.of("AT+POP3SRV=\"" + serverHost + "\",\"un\",\"pwd\"," + port);
        };
    }
}
