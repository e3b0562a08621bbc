package io.github.sim52xx.cli.files;

import io.github.sim52xx.cli.files.ModemFiles.Kind;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

/**
 * Copies single files between host and modem. A copy appears when it is complete, in place of a file that it is to
 * overwrite too.
 */
public final class Copies {

    private final ModemFiles files;
    private final Function<String, Progress> progress;

    /** @param progress makes what is told how far the copy of something has come */
    public Copies(ModemFiles files, Function<String, Progress> progress) {
        this.files = files;
        this.progress = progress;
    }

    /** Writes the content of a file to a stream. */
    public void print(ModemPath file, OutputStream to) throws IOException {
        requireFile(file);
        files.read(file, to, progress.apply(file.toString()));
        to.flush();
    }

    /** Copies a file to the host. */
    public void get(ModemPath file, Path copy, boolean force) throws IOException {
        requireFile(file);
        if (Files.exists(copy) && !Files.isRegularFile(copy)) {
            try (OutputStream to = Files.newOutputStream(copy)) {
                files.read(file, to, progress.apply(file.toString()));
            }
            return;
        }
        if (Files.exists(copy) && !force) {
            throw new IOException(copy + " exists; --force overwrites it");
        }
        Path target = Files.exists(copy) ? copy.toRealPath() : copy.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        boolean complete = false;
        try {
            try (OutputStream to = Files.newOutputStream(part)) {
                files.read(file, to, progress.apply(file.toString()));
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Copies a file to the modem. */
    public void put(Path file, ModemPath copy, boolean force) throws IOException {
        long size = Files.size(file);
        Kind there = files.kind(copy);
        if (there == Kind.DIRECTORY) {
            throw new IOException(copy + " is a directory");
        }
        if (there == Kind.FILE && !force) {
            throw new IOException(copy + " exists; --force overwrites it");
        }
        if (files.kind(copy.parent()) != Kind.DIRECTORY) {
            throw new IOException(
                    copy.parent() + ": no such directory; make it with  sim52xx fs mkdir " + copy.parent());
        }
        long free = files.free(copy.drive());
        if (size > free) {
            throw new IOException("no room on " + copy.drive() + ": for " + size + " bytes, " + free + " are free");
        }
        try (InputStream from = Files.newInputStream(file)) {
            if (there == Kind.FILE) {
                replace(from, size, copy);
            } else {
                files.write(copy, from, size, progress.apply(copy.toString()));
            }
        }
    }

    private void replace(InputStream from, long size, ModemPath copy) throws IOException {
        ModemPath aside = copy.parent().child("_new");
        for (int i = 1; files.kind(aside) != Kind.NONE; i++) {
            aside = copy.parent().child("_new" + i);
        }
        files.write(aside, from, size, progress.apply(copy.toString()));
        files.delete(copy);
        files.rename(aside, copy.name());
    }

    private void requireFile(ModemPath file) throws IOException {
        Kind kind = files.kind(file);
        if (kind != Kind.FILE) {
            throw new IOException(
                    file + (kind == Kind.NONE ? ": no such file" : " is a directory;  sim52xx fs export  copies all"));
        }
    }
}
