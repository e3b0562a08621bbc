package io.github.sim52xx.fs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A drive's copy among the host's files: {@code DIR/C}, ordinary directories and files. What takes one step on the host
 * is one rename or the like; what takes more is prepared in {@code DIR/.tmp}, or written into the {@link Journal} first.
 */
final class HostMirror implements Mirror {

    private final Host host;
    private final Scratch scratch;
    private final Journal journal;
    private final HostTree tree;
    private final Consumer<List<String>> warnings;

    /** @param warnings is told which of the host's files the volume does not have, when it has been loaded */
    HostMirror(Host host, Scratch scratch, Journal journal, HostTree tree, Consumer<List<String>> warnings) {
        this.host = host;
        this.scratch = scratch;
        this.journal = journal;
        this.tree = tree;
        this.warnings = warnings;
    }

    @Override
    public void load(Disk disk) throws IOException {
        journal.finish();
        Warnings leftAlone = new Warnings();
        tree.walk(new HostImport(host, disk), leftAlone);
        warnings.accept(leftAlone.lines());
    }

    @Override
    public void createDirectory(ModemPath directory) throws IOException {
        journal.finish();
        host.createDirectory(tree.free(directory));
    }

    @Override
    public void delete(ModemPath path) throws IOException {
        journal.finish();
        Path place = tree.place(path);
        // Somebody may have deleted it on the host already.
        if (host.attributes(place) != null) {
            host.delete(place);
        }
    }

    @Override
    public void deleteFiles(List<ModemPath> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Path directory = tree.place(files.get(0)).getParent();
        if (!host.accessible(directory)) {
            throw new AccessDeniedException(directory.toString());
        }
        journal.delete(files);
    }

    @Override
    public void rename(ModemPath file, ModemPath renamed) throws IOException {
        journal.finish();
        host.move(tree.place(file), tree.free(renamed));
    }

    @Override
    public void format() throws IOException {
        List<ModemPath> everything = tree.everything(new Warnings());
        everything.removeIf(ModemPath::isAutomaticDirectory);
        Collections.reverse(everything);
        journal.delete(everything);
    }

    @Override
    public Area stage() throws IOException {
        Path directory = scratch.fresh();
        host.createDirectory(directory);
        return new HostArea(host, scratch, journal, tree, directory);
    }
}
