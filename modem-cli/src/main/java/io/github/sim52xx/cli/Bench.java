package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.Stage;
import io.github.sim52xx.cli.transcript.Wire;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.gps.Reception;
import io.github.sim52xx.gps.Track;
import io.github.sim52xx.modem.AdjustableTime;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.modem.Profile;
import io.github.sim52xx.modem.SimCard;
import io.github.sim52xx.modem.SystemTime;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.Resolver;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A modem of its own to play transcripts on, with everything around it that their fixtures ask for: card, SIM, mail
 * server, files, clock. Used by one thread; what the modem tells may come from any.
 *
 * <pre>{@code
 * try (Bench bench = new Bench(transcript.allFixtures().toList(), Cable.DIRECT, event -> {})) {
 *     Difference difference = new Player(new SystemTime(), Audience.NONE).play(transcript, bench);
 * }
 * }</pre>
 */
public final class Bench implements Stage, Closeable {

    /** One for all of a process, as its thread stays for good. */
    private static final Time HOST_TIME = new SystemTime();

    private final AdjustableTime time = new AdjustableTime(HOST_TIME);
    private final StandingClock clock = new StandingClock(time);
    private final Map<Integer, Wire> wires = new TreeMap<>();
    private final Collection<Fixture> atBoot;
    private final Cable cable;
    private final BenchMail mail;
    private final Modem modem;

    /**
     * Boots.
     *
     * @param fixtures that will be given; those that have to be known when a modem is switched on take effect here
     * @param events takes what the modem tells the console
     */
    public Bench(Collection<Fixture> fixtures, Cable cable, Consumer<ModemEvent> events) throws IOException {
        this.cable = cable;
        atBoot = fixtures.stream().filter(Bench::isForBoot).toList();
        mail = fixtures.stream().anyMatch(Bench::needsMail) ? new BenchMail() : null;
        modem = new Modem(blueprint(events), NonVolatile.IN_MEMORY);
    }

    public Modem modem() {
        return modem;
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
            create(file);
        } else if (fixture instanceof Fixture.Clock shown) {
            clock.stop();
            modem.execute(() -> modem.clock()
                    .set(
                            shown.time().toLocalDateTime(),
                            shown.time().getOffset().getTotalSeconds() / 900));
        } else if (fixture == Fixture.State.NOT_REGISTERED) {
            modem.execute(() -> modem.radio().setDeregistered(true));
        } else if (!atBoot.contains(fixture)) {
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
    public void card(boolean inserted) {
        Storage storage = storage();
        CompletableFuture.runAsync(inserted ? storage::insertCard : storage::removeCard, modem::execute)
                .join();
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
        if (mail != null) {
            mail.close();
        }
    }

    private static boolean isForBoot(Fixture fixture) {
        return fixture instanceof Fixture.FirmwareOf
                || fixture instanceof Fixture.DriveOf
                || fixture instanceof Fixture.SimPin
                || fixture instanceof Fixture.At
                || fixture instanceof Fixture.State state && state != Fixture.State.NOT_REGISTERED;
    }

    private static boolean needsMail(Fixture fixture) {
        return fixture instanceof Fixture.MailServer || fixture instanceof Fixture.Mails;
    }

    private Blueprint blueprint(Consumer<ModemEvent> events) {
        StorageOptions usual = StorageOptions.DEFAULT;
        boolean card = !atBoot.contains(Fixture.State.NO_CARD);
        StorageOptions storage =
                new StorageOptions(bytes(Drive.C, usual.flashBytes()), bytes(Drive.D, usual.cardBytes()), card);
        Resolver resolver = new Resolver(mail == null ? List.of() : MailNames.of(mail.server()), List.of());
        return Assembly.blueprint(storage, null, resolver)
                .time(time)
                .clockSource(clock)
                .events(events)
                .firmware(firmware())
                .profile(new Profile(null, sim(), null, null, null, gps()))
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

    private SimCard sim() {
        boolean inserted = !atBoot.contains(Fixture.State.NO_SIM);
        String pin =
                each(Fixture.SimPin.class).map(Fixture.SimPin::pin).findFirst().orElse(null);
        return new SimCard(inserted, null, pin, null, null, null, null, null, null);
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

    /** A file with all kinds of bytes, the same ones every time. */
    private void create(Fixture.File wanted) throws FileSystemException, IOException {
        Storage storage = storage();
        ModemPath path = ModemPath.parse(wanted.path(), storage.currentDirectory());
        Volume volume = storage.volume(path.drive());
        createDirectory(volume, path.parent());
        byte[] content = new byte[wanted.size()];
        new Random(wanted.size()).nextBytes(content);
        try (NewFile file = volume.create(path)) {
            file.write(content);
            file.commit();
        }
    }

    private static void createDirectory(Volume volume, ModemPath directory) throws FileSystemException {
        if (!volume.exists(directory)) {
            createDirectory(volume, directory.parent());
            volume.createDirectory(directory);
        }
    }
}
