package io.github.sim52xx.cli.files;

import io.github.sim52xx.cli.files.ModemFiles.Kind;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.fs.HostName;
import io.github.sim52xx.fs.ModemPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Copies {@code DIR/C} and {@code DIR/D} of the host to the drives. What the modem cannot have is left out and told.
 * Nothing is copied if a file would have to be overwritten that must not be, or if there is no room for all.
 */
public final class Import {

    private record Leaf(Path file, ModemPath copy) {}

    private final ModemFiles files;
    private final Copies copies;
    private final Consumer<String> remarks;
    private final List<ModemPath> directories = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();

    /** @param remarks takes what a person should know */
    public Import(ModemFiles files, Copies copies, Consumer<String> remarks) {
        this.files = files;
        this.copies = copies;
        this.remarks = remarks;
    }

    /** Returns how many files there were. */
    public int from(Path host, boolean force) throws IOException {
        for (Drive drive : Drive.values()) {
            Path root = host.resolve(drive.name());
            if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
                collect(root, ModemPath.root(drive));
                requireRoom(drive);
            }
        }
        if (directories.isEmpty()) {
            throw new IOException(host + " holds neither C nor D, the directories of the drives");
        }
        Changes changes = new Changes(files);
        for (Leaf leaf : leaves) {
            requireFree(leaf.copy(), force);
        }
        for (ModemPath directory : directories) {
            changes.makeDirectory(directory, true);
        }
        for (Leaf leaf : leaves) {
            copies.put(leaf.file(), leaf.copy(), force);
        }
        return leaves.size();
    }

    private void collect(Path directory, ModemPath copy) throws IOException {
        directories.add(copy);
        List<Path> children;
        try (Stream<Path> listed = Files.list(directory)) {
            children = listed.sorted().toList();
        }
        for (Path child : children) {
            String name = HostName.of(child);
            if (name == null || !FileName.isValid(name) || Files.isSymbolicLink(child)) {
                remarks.accept("left out: " + HostName.readable(child) + " in " + directory
                        + (Files.isSymbolicLink(child) ? ", a symbolic link" : ", no name that the modem can have"));
            } else if (Files.isDirectory(child)) {
                collect(child, copy.child(name));
            } else {
                leaves.add(new Leaf(child, copy.child(name)));
            }
        }
    }

    private void requireRoom(Drive drive) throws IOException {
        long needed = 0;
        for (Leaf leaf : leaves) {
            needed += leaf.copy().drive() == drive ? Files.size(leaf.file()) : 0;
        }
        long free = files.free(drive);
        if (needed > free) {
            throw new IOException("no room on " + drive + ": for " + needed + " bytes, " + free + " are free");
        }
    }

    private void requireFree(ModemPath copy, boolean force) throws IOException {
        Kind there = files.kind(copy);
        if (there == Kind.FILE && !force) {
            throw new IOException(copy + " exists; --force overwrites what is there");
        }
        if (there == Kind.DIRECTORY) {
            throw new IOException(copy + " is a directory");
        }
    }
}
