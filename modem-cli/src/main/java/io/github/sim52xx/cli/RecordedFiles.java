package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Escapes;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The files that a modem has, as lines of a transcript that put them there again: {@code given file C:/note.txt holds
 * Hello}. A long one has its size only. Used once, by any thread but the modem's.
 */
final class RecordedFiles {

    private static final int LONGEST = 16 * 1024;
    /** Of all contents together. */
    private static final int MOST = 1 << 20;
    /** What is more has no line. */
    private static final int LINES = 2000;

    private final List<String> lines = new ArrayList<>();
    private int kept;

    private RecordedFiles() {}

    static List<String> of(Modem modem) {
        RecordedFiles files = new RecordedFiles();
        Storage storage = CompletableFuture.supplyAsync(() -> modem.part(Storage.class), modem::execute)
                .join();
        try {
            for (Drive drive : Drive.values()) {
                if (drive == Drive.C || storage.options().cardInserted()) {
                    files.addAll(storage.volume(drive), ModemPath.root(drive));
                }
            }
        } catch (IOException e) {
            files.lines.add("# not all files that the modem began with could be read: " + Reason.of(e));
        }
        return files.lines;
    }

    private void addAll(Volume volume, ModemPath directory) throws IOException {
        for (String name : volume.files(directory)) {
            addFile(volume, directory.child(name));
        }
        for (String name : volume.directories(directory)) {
            ModemPath below = directory.child(name);
            if (!below.isAutomaticDirectory() && isEmpty(volume, below)) {
                add("directory " + below);
            }
            addAll(volume, below);
        }
    }

    private static boolean isEmpty(Volume volume, ModemPath directory) throws FileSystemException {
        return volume.files(directory).isEmpty()
                && volume.directories(directory).isEmpty();
    }

    private void addFile(Volume volume, ModemPath file) throws IOException {
        long size = volume.size(file);
        String path = "file " + file;
        if (size == 0 || size > LONGEST || kept + size > MOST) {
            if (size > 0) {
                lines.add("# other bytes than in the session: too many to be kept");
            }
            add(path + " " + size);
        } else {
            kept += (int) size;
            try (InputStream in = volume.open(file)) {
                add(path + " holds " + Escapes.line(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
            }
        }
    }

    private void add(String given) {
        if (lines.size() < LINES) {
            lines.add("given " + given);
        } else if (lines.size() == LINES) {
            lines.add("# there were more files, which are not here");
        }
    }
}
