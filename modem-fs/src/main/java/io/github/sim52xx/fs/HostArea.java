package io.github.sim52xx.fs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

/** Files that wait in a directory of {@code DIR/.tmp}; one rename makes them appear. */
final class HostArea implements Mirror.Area {

    private static final int BUFFER = 16 * 1024;

    private final Host host;
    private final Scratch scratch;
    private final Journal journal;
    private final HostTree tree;
    private final Path directory;
    /** The missing parents of a directory to be committed, with all that is in them. */
    private final Path parents;

    HostArea(Host host, Scratch scratch, Journal journal, HostTree tree, Path directory) {
        this.host = host;
        this.scratch = scratch;
        this.journal = journal;
        this.tree = tree;
        this.directory = directory;
        this.parents = scratch.fresh();
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return new BufferedOutputStream(host.create(place(name)), BUFFER);
    }

    @Override
    public void complete(String name, LocalDateTime created) throws IOException {
        host.setModified(place(name), HostTime.of(created));
    }

    @Override
    public void rename(String name, String renamed) throws IOException {
        host.move(place(name), place(renamed));
    }

    @Override
    public void delete(String name) throws IOException {
        host.delete(place(name));
    }

    @Override
    public void commitDirectory(ModemPath target, int existing) throws IOException {
        journal.finish();
        Path appearing = tree.free(target.ancestor(existing + 1));
        List<String> below = target.names().subList(existing + 1, target.names().size());
        if (below.isEmpty()) {
            host.move(directory, appearing);
            return;
        }
        Path inner = parents;
        for (String name : below) {
            host.createDirectory(inner);
            inner = HostName.child(inner, name);
        }
        host.move(directory, inner);
        host.move(parents, appearing);
    }

    @Override
    public void commitFile(String name, ModemPath file) throws IOException {
        journal.finish();
        host.move(place(name), tree.free(file));
    }

    @Override
    public void discard() {
        try {
            scratch.deleteTree(directory);
            scratch.deleteTree(parents);
        } catch (IOException e) {
            // It goes when the state directory is opened again.
        }
    }

    private Path place(String name) {
        return HostName.child(directory, name);
    }
}
