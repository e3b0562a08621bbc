package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.Outcomes;
import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.transcript.RecordedSockets;
import io.github.sim52xx.cli.transcript.Recording;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.cli.world.Surroundings;
import io.github.sim52xx.cli.world.Witness;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.fs.StateDirectory;
import io.github.sim52xx.fs.StateDirectoryException;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.AdjustableTime;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.modem.SystemTime;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.Tls;
import io.github.sim52xx.net.Trust;
import io.github.sim52xx.net.socket.SocketService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sim52xx run}: boots a modem and keeps it on until it is told to end. */
final class RunCommand implements Callable<Integer> {

    private final RunOptions options = new RunOptions();

    private final AdjustableTime time = new AdjustableTime(new SystemTime());
    private final CountDownLatch over = new CountDownLatch(1);
    private final Outcomes outcomes = new Outcomes(time);
    /** Of the one modem that there is, or null. */
    private Events events;

    private Modem modem;
    private Console console;
    /** Null if none is written. */
    private TraceFile trace;

    /** Null without a scenario. */
    private Direction direction;

    /** Null if nothing is recorded. */
    private Recording recording;

    private StateDirectory state;
    private MailServer mail;

    static CommandLine commandLine() {
        RunCommand command = new RunCommand();
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        spec.usageMessage()
                .header("Boot a modem and keep it on; prints where to attach.")
                .description(
                        "",
                        "Attach with any terminal program, for instance",
                        "  picocom /tmp/ttySIM0      after  sim52xx run --pty /tmp/ttySIM0",
                        "  sim52xx at                an AT prompt with history, on the TCP port",
                        "Ctrl-C, SIGTERM and SIGHUP end it; with --state nothing is lost, not even by kill -9.",
                        "",
                        "JVM options go into the environment variable SIM52XX_JAVA_OPTS.",
                        "",
                        "Scenarios (--scenario FILE.yaml):",
                        "  seed: 7                          of all that is random",
                        "  given: [card 4000000, mails first]   as in transcripts",
                        "  files: {C:/a.jpg: 60000 bytes}   or a text",
                        "  timeline:",
                        "  - {at: +30s, do: radio registration denied}",
                        "  - {when: AT+POP3GET, count: 2, do: card pull}",
                        "  - {when: after 4096 bytes of smtp DATA, do: power cut}",
                        "  - {when: after 100 bytes of tcp, do: bearer down}",
                        "  - {when: smtp RCPT, do: mail-server follows smtp-garbage}",
                        "  - {when: urc \"+POP3: SUCCESS\", every: 1, do: [card pull, card insert]}",
                        "What can be done is what  sim52xx ctl  can do, and: mail-server follows SCRIPT.",
                        "")
                .sortOptions(false)
                .optionListHeading("Options:%n");
        command.options.addTo(spec);
        return new CommandLine(spec);
    }

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        console = Console.standard(options.stdio);
        direction = Direction.of(options, console::remark);
        state = openState();
        mail = options.embeddedMail ? startMail() : null;
        Blueprint blueprint = blueprint();
        Ports ports = new Ports(options, modems(blueprint), time);
        ports.open();
        ControlPort control = new ControlPort(
                options, outcomes, events == null ? null : () -> new World(new Surroundings(modem), events, witness()));
        control.open();
        writeEndpoints(ports, control);
        new Banner(console, options, blueprint).print(ports, mail, control);
        if (options.stdio) {
            ports.serveStdio(over::countDown);
        }
        // A bare AT does without the table of commands; the next command finds it ready.
        blueprint.table();
        over.await();
        return 0;
    }

    private Blueprint blueprint() {
        trace = openTrace();
        events = ControlPort.isWanted(options) && !options.freshPerConnection ? new Events(time) : null;
        StorageOptions storage = new StorageOptions(options.flash, options.card, options.card > 0);
        Blueprint.Builder blueprint = Assembly.blueprint(storage, state, resolver())
                .firmware(options.firmware)
                .time(time)
                .events(this::tell)
                .trace(directed(wholeTrace()))
                .clockStart(options.rtc)
                .coldBoot(options.coldBoot);
        if (options.profile != null) {
            blueprint.profile(ProfileFile.read(options.profile));
        } else if (direction != null) {
            blueprint.profile(direction.profile());
        }
        Blueprint complete = blueprint.build();
        if (options.profile != null) {
            check(complete);
        }
        return complete;
    }

    private Trace directed(Trace given) {
        if (direction == null) {
            return given;
        }
        return given == Trace.NONE ? direction.director() : new Traces(given, direction.director());
    }

    /** A profile may name commands that cannot be. */
    private void check(Blueprint blueprint) {
        try {
            blueprint.table();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UsageException(options.profile + ": " + e.getMessage());
        }
    }

    private ModemSource modems(Blueprint blueprint) {
        if (options.freshPerConnection) {
            return new FreshModems(blueprint);
        }
        modem = new Modem(blueprint, state == null ? NonVolatile.IN_MEMORY : new NvramFile(state));
        Shutdown.before(modem::close);
        if (direction != null) {
            direction.begin(modem, events == null ? new Events(time) : events);
        }
        return recorded(ModemSource.one(modem));
    }

    private ModemSource recorded(ModemSource modems) {
        if (options.record == null) {
            return modems;
        }
        recording = RecordFile.open(options, modem);
        Shutdown.before(recording::close);
        RecordedSockets sockets = new RecordedSockets(recording, this::isBuiltIn);
        modem.execute(() -> modem.part(SocketService.class).witnessedBy(sockets));
        return new RecordedModems(modems, recording);
    }

    /** Whoever plays the recording has the mail server too. */
    private boolean isBuiltIn(InetSocketAddress server) {
        return mail != null
                && server.getAddress().isLoopbackAddress()
                && (server.getPort() == mail.smtpPort() || server.getPort() == mail.pop3Port());
    }

    private Witness witness() {
        return recording == null ? Witness.NONE : recording.witness();
    }

    private StateDirectory openState() {
        if (options.state == null) {
            return null;
        }
        try {
            StateDirectory opened = StateDirectory.open(options.state);
            Shutdown.before(opened::close);
            opened.warnings().forEach(console::line);
            return opened;
        } catch (StateDirectoryException e) {
            throw new FailedException(e.getMessage());
        }
    }

    private MailServer startMail() {
        try {
            MailServer.Builder builder = MailServer.builder();
            if (direction != null) {
                builder.seed(direction.seed());
            }
            MailServer server = options.mailScript == null ? builder.start() : startHostile(builder);
            Shutdown.before(server::close);
            if (direction != null) {
                direction.direct(server);
            }
            return server;
        } catch (IOException e) {
            throw new FailedException("the built-in mail server does not start: " + e.getMessage());
        }
    }

    private MailServer startHostile(MailServer.Builder builder) throws IOException {
        MailScript script = ScriptChoice.read(options.mailScript);
        return script.start(builder, script.seed(), upset -> console.remark(upset.describe()));
    }

    private Resolver resolver() {
        List<MapRule> map = new ArrayList<>(options.map);
        if (mail != null) {
            map.addAll(MailNames.of(mail));
        }
        Tls tls = options.tls.isEmpty() ? Tls.NONE : new Tls(options.tls, new Trust(trusted()));
        return new Resolver(map, options.allowNet, tls, options.listen);
    }

    private List<X509Certificate> trusted() {
        List<X509Certificate> all = new ArrayList<>();
        for (Path file : options.tlsTrust) {
            try {
                all.addAll(Trust.read(file));
            } catch (IOException e) {
                throw new FailedException("--tls-trust: " + Reason.of(file, e));
            }
        }
        return all;
    }

    /** Who is not on the AT line hears of it. */
    private void tell(ModemEvent event) {
        console.show(event);
        if (event instanceof MailOutcome outcome) {
            outcomes.add(outcome);
            if (trace != null) {
                trace.note(outcome);
            }
            if (events != null) {
                events.publish("mail", () -> Outcomes.fields(outcome));
            }
        }
    }

    private Trace wholeTrace() {
        if (events == null) {
            return trace == null ? Trace.NONE : trace;
        }
        Trace lines = new EventTrace(events);
        return trace == null ? lines : new Traces(trace, lines);
    }

    private TraceFile openTrace() {
        if (options.trace == null) {
            return null;
        }
        try {
            TraceFile file = new TraceFile(options.trace);
            Shutdown.before(file::close);
            return file;
        } catch (IOException e) {
            throw new FailedException("cannot write " + Reason.of(options.trace, e));
        }
    }

    private void writeEndpoints(Ports ports, ControlPort control) {
        if (options.endpoints == null) {
            return;
        }
        Endpoints endpoints = new Endpoints();
        if (ports.tcp() != null) {
            endpoints.add("tcp", ports.tcp().address());
        }
        if (ports.pty() != null) {
            endpoints.add(ports.pty());
        }
        if (control.address() != null) {
            endpoints.add("control", control.address());
        }
        if (mail != null) {
            endpoints.add("smtp", loopback(mail.smtpPort()));
            endpoints.add("pop3", loopback(mail.pop3Port()));
        }
        endpoints.write(options.endpoints);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
