package io.github.sim52xx.fs.command;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Profile;
import io.github.sim52xx.modem.SimCard;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A modem with storage and a terminal, without echo. */
final class StorageModem {

    static final StorageOptions OPTIONS = new StorageOptions(1 << 20, 8 << 20, true);

    private final TestModem device;
    private final AtDialogue dte;

    StorageModem(Firmware firmware) {
        this(OPTIONS, blueprint -> blueprint.firmware(firmware));
    }

    StorageModem(StorageOptions options, UnaryOperator<Blueprint.Builder> more) {
        device = new TestModem(
                List.of(new FileSystemCommands(), new FileTransferCommands()),
                blueprint -> more.apply(blueprint.part(Storage.class, modem -> new Storage(modem, options, null))));
        dte = AtDialogue.quiet(device.modem());
    }

    static StorageModem withLockedSim() {
        SimCard locked = new SimCard(null, null, "1234", null, null, null, null, null, null, null);
        return new StorageModem(
                OPTIONS, blueprint -> blueprint.profile(new Profile(null, locked, null, null, null, null)));
    }

    static StorageModem withoutCard() {
        return new StorageModem(new StorageOptions(1 << 20, 8 << 20, false), blueprint -> blueprint);
    }

    static StorageModem withoutDirectoriesUnderRoot() {
        return new StorageModem(new StorageOptions(1 << 20, 8 << 20, true, false), blueprint -> blueprint);
    }

    Modem modem() {
        return device.modem();
    }

    AtDialogue dte() {
        return dte;
    }

    Storage storage() {
        return modem().part(Storage.class);
    }

    List<String> events() {
        return device.events();
    }

    /** Lets time pass. */
    void pass(int seconds) {
        device.time().advance(Duration.ofSeconds(seconds));
    }

    /** Lets a moment pass: Xmodem sends. */
    void turn() {
        device.time().advance(Duration.ofMillis(2));
    }

    void put(String file, String content) {
        put(file, content.getBytes(StandardCharsets.UTF_8));
    }

    void put(String file, byte[] content) {
        try {
            ModemPath path = path(file);
            try (NewFile saved = storage().volume(path.drive()).create(path)) {
                saved.write(content);
                saved.commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] content(String file) throws IOException {
        ModemPath path = path(file);
        try (var content = storage().volume(path.drive()).open(path)) {
            return content.readAllBytes();
        }
    }

    List<String> files(String directory) {
        try {
            ModemPath path = path(directory);
            return storage().volume(path.drive()).files(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModemPath path(String text) throws IOException {
        return ModemPath.parse(FileName.encode(text), ModemPath.root(Drive.C));
    }
}
