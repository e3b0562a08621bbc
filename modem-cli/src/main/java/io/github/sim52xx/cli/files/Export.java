package io.github.sim52xx.cli.files;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.fs.HostName;
import io.github.sim52xx.fs.ModemPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Copies whole drives to the host: {@code DIR/C} and {@code DIR/D}, and nothing beside them. Nothing is copied if a file
 * would have to be overwritten that must not be.
 */
public final class Export {

    private record Leaf(ModemPath file, Path copy) {}

    private final ModemFiles files;
    private final Copies copies;
    private final Consumer<String> remarks;
    private final List<Path> directories = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();

    /** @param remarks takes what a person should know */
    public Export(ModemFiles files, Copies copies, Consumer<String> remarks) {
        this.files = files;
        this.copies = copies;
        this.remarks = remarks;
    }

    /** Returns how many files there were. */
    public int to(Path host, boolean force) throws IOException {
        for (Drive drive : files.drives()) {
            collect(ModemPath.root(drive), host.resolve(drive.name()));
        }
        for (Path directory : directories) {
            requireInside(directory);
        }
        for (Leaf leaf : leaves) {
            requireInside(leaf.copy());
            if (Files.exists(leaf.copy()) && !force) {
                throw new IOException(leaf.copy() + " exists; --force overwrites what is there");
            }
        }
        for (Path directory : directories) {
            Files.createDirectories(directory);
        }
        for (Leaf leaf : leaves) {
            copies.get(leaf.file(), leaf.copy(), force);
        }
        return leaves.size();
    }

    private static void requireInside(Path copy) throws IOException {
        if (Files.isSymbolicLink(copy)) {
            throw new IOException(copy + " is a symbolic link, which may lead out of the directory");
        }
    }

    private void collect(ModemPath directory, Path copy) throws IOException {
        directories.add(copy);
        for (String name : files.directories(directory)) {
            if (isUsable(name, directory)) {
                collect(directory.child(name), HostName.child(copy, name));
            }
        }
        for (String name : files.files(directory)) {
            if (isUsable(name, directory)) {
                leaves.add(new Leaf(directory.child(name), HostName.child(copy, name)));
            }
        }
    }

    /** Another modem may have other rules; no name of its leads out of the host directory. */
    private boolean isUsable(String name, ModemPath directory) {
        boolean usable = FileName.isValid(name);
        if (!usable) {
            remarks.accept("left out: " + name.replaceAll("\\p{Cc}", "?") + " in " + directory);
        }
        return usable;
    }
}
