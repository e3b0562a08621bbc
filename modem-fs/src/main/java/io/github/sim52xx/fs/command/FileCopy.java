package io.github.sim52xx.fs.command;

import io.github.sim52xx.fs.FileSystemError;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Progress;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.Modem;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One +FSCOPY at work (manual 14.11): copies on a worker and tells how far it has come, {@code +FSCOPY: 1.0} first, then
 * every 64 KB or twentieth part, {@code +FSCOPY: 100.0} when the copy is there. Power-off ends it, and no copy is left.
 */
final class FileCopy {

    private static final long LEAST_STEP = 64 * 1024;
    private static final int MOST_STEPS = 20;

    private final Modem modem;
    private final ModemPath source;
    private final ModemPath target;
    private final Volume from;
    private final Volume to;
    private final BooleanSupplier powered;
    private final Consumer<String> lines;

    /** @param lines takes the lines, on the modem's thread */
    FileCopy(Modem modem, ModemPath source, ModemPath target, Consumer<String> lines) {
        this.modem = modem;
        this.source = source;
        this.target = target;
        this.lines = lines;
        Storage storage = modem.part(Storage.class);
        from = storage.volume(source.drive());
        to = storage.volume(target.drive());
        powered = storage.powered();
    }

    /** Begins. What is returned completes on the modem's thread, with null or what has kept the copy from being made. */
    CompletableFuture<FileSystemError> start() {
        return CompletableFuture.supplyAsync(this::copy, modem.blueprint().workers())
                .thenApplyAsync(this::reported, modem::execute);
    }

    /** Passes a line on, unless the modem has gone off since the copy began. */
    void say(String line) {
        if (powered.getAsBoolean()) {
            lines.accept(line);
        }
    }

    /** Returns what it has failed with, or null. */
    private FileSystemException copy() {
        try {
            if (from.copy(source, to, target, new Percentages())) {
                print(100, 100);
            }
            return null;
        } catch (FileSystemException e) {
            return e;
        }
    }

    private FileSystemError reported(FileSystemException failure) {
        if (failure == null) {
            return null;
        }
        modem.part(Storage.class).report(failure);
        return failure.error();
    }

    private void print(double part, double whole) {
        String line = String.format(Locale.ROOT, "+FSCOPY: %.1f", 100 * part / whole);
        modem.execute(() -> say(line));
    }

    private final class Percentages implements Progress {

        private long next;

        @Override
        public boolean copied(long bytes, long total) {
            if (bytes == 0) {
                print(1, 100);
                next = step(total);
            } else if (bytes >= next && bytes < total) {
                print(bytes, total);
                next += step(total);
            }
            return powered.getAsBoolean();
        }

        private static long step(long total) {
            return Math.max(LEAST_STEP, total / MOST_STEPS);
        }
    }
}
