package io.github.sim52xx.cli;

import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Puts files on a modem's drives before anything happens. From any thread but the modem's. */
final class GivenFiles {

    private GivenFiles() {}

    /** All kinds of bytes, the same ones every time. */
    static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    /**
     * Makes a file, and the directories that it needs.
     *
     * @param path a byte string
     */
    static void put(Modem modem, String path, byte[] content) throws IOException {
        Storage storage = storage(modem);
        ModemPath place = ModemPath.parse(path, storage.currentDirectory());
        Volume volume = storage.volume(place.drive());
        createDirectory(volume, place.parent());
        try (NewFile file = volume.create(place)) {
            file.write(content);
            file.commit();
        }
    }

    /**
     * Makes a directory, and those that it needs.
     *
     * @param path a byte string
     */
    static void makeDirectory(Modem modem, String path) throws IOException {
        Storage storage = storage(modem);
        ModemPath place = ModemPath.parse(path, storage.currentDirectory());
        createDirectory(storage.volume(place.drive()), place);
    }

    private static Storage storage(Modem modem) {
        return CompletableFuture.supplyAsync(() -> modem.part(Storage.class), modem::execute)
                .join();
    }

    private static void createDirectory(Volume volume, ModemPath directory) throws FileSystemException {
        if (!volume.exists(directory)) {
            createDirectory(volume, directory.parent());
            volume.createDirectory(directory);
        }
    }
}
