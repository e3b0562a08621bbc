package io.github.sim52xx.it.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.fs.CuttableHost;
import io.github.sim52xx.fs.CuttableHost.PowerCut;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.StateDirectory;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.Workers;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A whole modem on a state directory, on a host whose power may fail; its time stands still. */
final class PoweredModem implements AutoCloseable {

    private static final StorageOptions STORAGE = new StorageOptions(1 << 20, 1 << 20, true);

    private final CuttableHost host = new CuttableHost();
    private final Queue<ModemEvent.Fault> faults = new ConcurrentLinkedQueue<>();
    private final StateDirectory state;
    private final Modem modem;
    private final AtDialogue terminal;
    /** What was said while there was power. */
    private final StringBuffer said = new StringBuffer();

    PoweredModem(Path directory, MailServer server) throws IOException {
        state = host.open(directory);
        Resolver resolver = new Resolver(
                List.of(new MapRule("*.server.com", 110, new HostPort("127.0.0.1", server.pop3Port()))), List.of());
        modem = new Modem(
                Simulation.blueprint(STORAGE, state, resolver)
                        .time(new ManualTime(Instant.parse("2010-02-02T03:04:57Z")))
                        .clockStart(OffsetDateTime.parse("2010-02-02T11:04:57+08:00"))
                        .workers(task -> Workers.shared().execute(() -> untilPowerFails(task)))
                        .trace(this::said)
                        .events(this::event)
                        .build(),
                Simulation.memory(state));
        terminal = AtDialogue.quiet(modem);
    }

    /** Types the lines that lead to {@code work}; each has to succeed. */
    void prepare(Work work) {
        for (String line : work.before()) {
            assertThat(terminal.longLine(line)).as(line).endsWith("OK");
        }
    }

    void cutAfter(int changes) {
        host.cutAfter(changes);
    }

    /** Does it until it is reported done, or the power fails. True if it is. */
    boolean perform(Work work) {
        said.setLength(0);
        terminal.type(work.line() + "\r");
        if (!work.data().isEmpty()) {
            terminal.type(work.data());
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (said.indexOf(work.result()) < 0 && !host.isOff()) {
            assertThat(System.nanoTime()).as("%s: %s", work, said).isLessThan(end);
            LockSupport.parkNanos(50_000);
        }
        return said.indexOf(work.result()) >= 0;
    }

    boolean isOff() {
        return host.isOff();
    }

    /** Ends the process. */
    @Override
    public void close() {
        modem.close();
        state.close();
        assertThat(faults)
                .extracting(ModemEvent.Fault::error)
                .allMatch(error -> error instanceof PowerCut || error.getCause() instanceof PowerCut);
    }

    /** What a modem finds that is switched on after that: both drives and the non-volatile memory. */
    static Map<String, String> found(Path directory, MailServer server) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (PoweredModem modem = new PoweredModem(directory, server)) {
            assertThat(modem.state.warnings()).isEmpty();
            Storage storage = modem.modem.part(Storage.class);
            for (Drive drive : Drive.values()) {
                collect(storage.volume(drive), ModemPath.root(drive), all);
            }
            try (var left = Files.list(directory.resolve(".tmp"))) {
                assertThat(left).isEmpty();
            }
        }
        Path memory = directory.resolve("nvram.json");
        all.put("nvram", Files.exists(memory) ? Files.readString(memory) : "none");
        return all;
    }

    private static void collect(Volume volume, ModemPath directory, Map<String, String> all) throws IOException {
        for (String name : volume.files(directory)) {
            ModemPath file = directory.child(name);
            try (InputStream content = volume.open(file)) {
                all.put(file.toString(), new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        for (String name : volume.directories(directory)) {
            all.put(directory.child(name) + "/", "");
            collect(volume, directory.child(name), all);
        }
    }

    private void said(String channel, boolean outgoing, byte[] bytes, int offset, int length) {
        if (outgoing && channel.startsWith("AT ") && !host.isOff()) {
            said.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        }
    }

    private void event(ModemEvent event) {
        if (event instanceof ModemEvent.Fault fault) {
            faults.add(fault);
        }
    }

    private static void untilPowerFails(Runnable task) {
        try {
            task.run();
        } catch (PowerCut e) {
            // So ends every thread of a process that is no more.
        }
    }
}
