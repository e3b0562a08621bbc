package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.scenario.Director;
import io.github.sim52xx.cli.scenario.Scenario;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.Stage;
import io.github.sim52xx.cli.transcript.Wire;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.cli.world.Intervention;
import io.github.sim52xx.cli.world.Surroundings;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.cli.world.WorldException;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.gps.Reception;
import io.github.sim52xx.gps.Track;
import io.github.sim52xx.modem.AdjustableTime;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.modem.ProcessTime;
import io.github.sim52xx.modem.Profile;
import io.github.sim52xx.modem.SimCard;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.Tls;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A modem of its own to play transcripts on, with everything around it that their fixtures ask for: card, SIM, mail
 * server, files, clock. Used by one thread; what the modem tells may come from any.
 *
 * <pre>{@code
 * try (Bench bench = new Bench(transcript.allFixtures().toList(), Cable.DIRECT, event -> {})) {
 *     Difference difference = new Player(new ProcessTime(), Audience.NONE).play(transcript, bench);
 * }
 * }</pre>
 */
public final class Bench implements Stage, Closeable {

    /** One for all of a process, as its thread stays for good. */
    private static final Time HOST_TIME = new ProcessTime();

    private final AdjustableTime time = new AdjustableTime(HOST_TIME);
    private final StandingClock clock = new StandingClock(time);
    private final Map<Integer, Wire> wires = new TreeMap<>();
    private final Collection<Fixture> atBoot;
    private final Cable cable;
    private final BenchMail mail;
    private final BenchPeers peers;
    private final Modem modem;
    private final World world;
    /** Null without one. */
    private final Scenario scenario;
    /** Null without a scenario. */
    private final Director director;

    /**
     * Boots.
     *
     * @param fixtures that will be given; those that have to be known when a modem is switched on take effect here
     * @param events takes what the modem tells the console
     */
    public Bench(Collection<Fixture> fixtures, Cable cable, Consumer<ModemEvent> events) throws IOException {
        this(fixtures, cable, events, Trace.NONE);
    }

    /**
     * The same.
     *
     * @param trace takes all bytes
     */
    public Bench(Collection<Fixture> fixtures, Cable cable, Consumer<ModemEvent> events, Trace trace)
            throws IOException {
        this.cable = cable;
        scenario = fixtures.stream()
                .filter(Fixture.Directed.class::isInstance)
                .map(Fixture.Directed.class::cast)
                .findFirst()
                .map(ScenarioChoice::parse)
                .orElse(null);
        director = scenario == null ? null : new Director(scenario, line -> events.accept(new ModemEvent.Notice(line)));
        List<Fixture> all = new ArrayList<>(fixtures);
        all.addAll(scenario == null ? List.of() : scenario.given());
        atBoot = all.stream().filter(Bench::isForBoot).toList();
        boolean needsMail = all.stream().anyMatch(Bench::needsMail) || scenario != null && scenario.needsMail();
        mail = needsMail
                ? new BenchMail(mailServer(all), director == null ? UnaryOperator.identity() : director::watched)
                : null;
        peers = new BenchPeers(all);
        modem = new Modem(
                blueprint(
                        event -> {
                            peers.hear(event);
                            events.accept(event);
                        },
                        trace),
                NonVolatile.IN_MEMORY);
        world = new World(new Surroundings(modem), new Events(time));
    }

    /** The time of everything here. */
    Time time() {
        return time;
    }

    /** The server's mailbox and the like; null if no fixture needs it. */
    BenchMail mail() {
        return mail;
    }

    @Override
    public void given(Fixture fixture) throws IOException {
        if (fixture instanceof Fixture.MailServer server) {
            mail.conduct(server);
        } else if (fixture instanceof Fixture.Mails mails) {
            mail.fill(mails);
        } else if (fixture instanceof Fixture.File file) {
            GivenFiles.put(modem, file.path(), GivenFiles.content(file.size()));
        } else if (fixture instanceof Fixture.Holding file) {
            GivenFiles.put(modem, file.path(), file.content().getBytes(StandardCharsets.ISO_8859_1));
        } else if (fixture instanceof Fixture.Directory directory) {
            GivenFiles.makeDirectory(modem, directory.path());
        } else if (fixture instanceof Fixture.Directed) {
            direct();
        } else if (fixture instanceof Fixture.Clock shown) {
            if (!shown.running()) {
                clock.stop();
            }
            modem.execute(() -> modem.clock()
                    .set(
                            shown.time().toLocalDateTime(),
                            shown.time().getOffset().getTotalSeconds() / 900));
        } else if (fixture instanceof Fixture.Follows follows) {
            MailScript script = ScriptChoice.read(follows);
            mail.conduct(script.conduct(script.seed(), upset -> {}));
        } else if (fixture == Fixture.State.NOT_REGISTERED) {
            modem.execute(() -> modem.radio().setDeregistered(true));
        } else if (!atBoot.contains(fixture) && !BenchPeers.provides(fixture)) {
            throw new IllegalArgumentException("not known at boot: " + fixture.precondition());
        }
    }

    @Override
    public Wire terminal(int terminal) throws IOException {
        Wire wire = wires.get(terminal);
        if (wire == null) {
            wire = cable.plug(modem);
            wires.put(terminal, wire);
        }
        return wire;
    }

    @Override
    public void unplug(int terminal) throws IOException {
        Wire wire = wires.remove(terminal);
        if (wire != null) {
            wire.close();
        }
    }

    @Override
    public void intervene(Intervention intervention) throws IOException {
        try {
            world.apply(intervention.action().name(), intervention.arguments());
        } catch (WorldException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public Wire client(int port) throws IOException {
        return peers.connect(port);
    }

    @Override
    public Wire peer(Fixture.Peer there) throws IOException {
        return peers.accept(there);
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public boolean skip(Duration step) {
        time.skip(step);
        return true;
    }

    /** Storage, from outside of the modem's thread. */
    Storage storage() {
        return CompletableFuture.supplyAsync(() -> modem.part(Storage.class), modem::execute)
                .join();
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : wires.values()) {
            wire.close();
        }
        modem.close();
        peers.close();
        if (mail != null) {
            mail.close();
        }
    }

    private static boolean isForBoot(Fixture fixture) {
        return fixture instanceof Fixture.FirmwareOf
                || fixture instanceof Fixture.ProfileOf
                || fixture instanceof Fixture.Mapped
                || fixture instanceof Fixture.DriveOf
                || fixture instanceof Fixture.SimPin
                || fixture instanceof Fixture.At
                || fixture instanceof Fixture.State state && state != Fixture.State.NOT_REGISTERED;
    }

    private static boolean needsMail(Fixture fixture) {
        return fixture instanceof Fixture.MailServer
                || fixture instanceof Fixture.Mails
                || fixture instanceof Fixture.Follows;
    }

    private MailServer mailServer(Collection<Fixture> all) throws IOException {
        MailServer.Builder server = MailServer.builder();
        for (Fixture fixture : all) {
            if (fixture instanceof Fixture.Follows follows) {
                MailScript script = ScriptChoice.read(follows);
                return script.start(server, script.seed(), upset -> {});
            }
        }
        return scenario == null ? server.start() : server.seed(scenario.seed()).start();
    }

    private void direct() throws IOException {
        modem.execute(() -> modem.part(Bearer.class).faults().seed(scenario.seed()));
        for (Fixture fixture : scenario.given()) {
            given(fixture);
        }
        for (Map.Entry<String, byte[]> file : scenario.files().entrySet()) {
            GivenFiles.put(modem, file.getKey(), file.getValue());
        }
        for (byte[] content : scenario.mails()) {
            mail.server().mailbox().add(content);
        }
        director.begin(world, Direction.server(mail), time);
    }

    private Blueprint blueprint(Consumer<ModemEvent> events, Trace trace) {
        StorageOptions usual = StorageOptions.DEFAULT;
        boolean card = !atBoot.contains(Fixture.State.NO_CARD);
        StorageOptions storage =
                new StorageOptions(bytes(Drive.C, usual.flashBytes()), bytes(Drive.D, usual.cardBytes()), card);
        List<MapRule> names = new ArrayList<>(peers.names());
        each(Fixture.Mapped.class).map(Fixture.Mapped::rule).forEach(names::add);
        if (mail != null) {
            names.addAll(MailNames.of(mail.server()));
        }
        Resolver resolver = new Resolver(names, List.of(), Tls.NONE, peers.listening());
        return Assembly.blueprint(storage, null, resolver)
                .time(time)
                .clockSource(clock)
                .events(events)
                .trace(director == null ? trace : trace == Trace.NONE ? director : new Traces(trace, director))
                .firmware(firmware())
                .profile(profile())
                .coldBoot(atBoot.contains(Fixture.State.COLD_BOOT))
                .build();
    }

    private long bytes(Drive drive, long usual) {
        return each(Fixture.DriveOf.class)
                .filter(wanted -> wanted.drive() == drive)
                .mapToLong(Fixture.DriveOf::bytes)
                .findFirst()
                .orElse(usual);
    }

    private Firmware firmware() {
        return each(Fixture.FirmwareOf.class)
                .map(Fixture.FirmwareOf::firmware)
                .findFirst()
                .orElse(Firmware.V2010);
    }

    private Profile profile() {
        return each(Fixture.ProfileOf.class)
                .findFirst()
                .map(given -> ProfileFile.read(given.file()))
                .orElseGet(() -> new Profile(null, sim(), null, null, null, gps()));
    }

    private SimCard sim() {
        boolean inserted = !atBoot.contains(Fixture.State.NO_SIM);
        String pin =
                each(Fixture.SimPin.class).map(Fixture.SimPin::pin).findFirst().orElse(null);
        return new SimCard(inserted, null, pin, null, null, null, null, null, null, null);
    }

    private Reception gps() {
        return each(Fixture.At.class)
                .map(at -> new Reception(Track.standing(at.position()), Reception.COLD_START, Reception.HOT_START))
                .findFirst()
                .orElse(null);
    }

    private <T extends Fixture> Stream<T> each(Class<T> type) {
        return atBoot.stream().filter(type::isInstance).map(type::cast);
    }
}
