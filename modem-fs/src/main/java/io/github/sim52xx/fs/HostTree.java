package io.github.sim52xx.fs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The host directory of one drive: where a modem path lies, and which of the files there the modem can have. What it
 * cannot have is left alone and reported. Thread-safe.
 */
final class HostTree {

    /** Sees what the modem can have, parents before their children. */
    interface Visitor {

        /** Returns what keeps the modem from having it, or null. */
        String directory(ModemPath directory) throws IOException;

        /** Returns what keeps the modem from having it, or null. */
        String file(ModemPath file, Path place, BasicFileAttributes attributes) throws IOException;
    }

    private final Host host;
    private final Drive drive;
    private final Path root;

    /** @param state where the directory of the drive lies */
    HostTree(Host host, Drive drive, Path state) {
        this.host = host;
        this.drive = drive;
        this.root = state.resolve(drive.name());
    }

    /** Where {@code path} lies. Throws if that would lead through anything but directories of this tree. */
    Path place(ModemPath path) throws IOException {
        Path place = root;
        for (String name : path.names()) {
            requireDirectory(place);
            place = HostName.child(place, name);
        }
        return place;
    }

    /** As {@link #place}, where nothing may lie, a link for instance. */
    Path free(ModemPath path) throws IOException {
        Path place = place(path);
        if (host.attributes(place) != null) {
            throw new FileAlreadyExistsException(place.toString());
        }
        return place;
    }

    /** Shows everything to {@code visitor}, in the order of the names. */
    void walk(Visitor visitor, Warnings warnings) throws IOException {
        requireDirectory(root);
        new Walk(visitor, warnings).into(ModemPath.root(drive), root);
    }

    /** All that the modem can have, parents before their children. */
    List<ModemPath> everything(Warnings warnings) throws IOException {
        List<ModemPath> paths = new ArrayList<>();
        Visitor collector = new Visitor() {
            @Override
            public String directory(ModemPath directory) {
                paths.add(directory);
                return null;
            }

            @Override
            public String file(ModemPath file, Path place, BasicFileAttributes attributes) {
                paths.add(file);
                return null;
            }
        };
        walk(collector, warnings);
        return paths;
    }

    /** Throws if something else lies where an automatic directory has to be. */
    void checkAutomaticDirectories() throws IOException {
        for (Path child : host.list(root)) {
            String name = HostName.of(child);
            if (name != null && drive.isAutomatic(name)) {
                requireDirectory(child);
                if (!host.accessible(child)) {
                    throw new AccessDeniedException(child.toString());
                }
            }
        }
    }

    private final class Walk {

        private final Visitor visitor;
        private final Warnings warnings;

        Walk(Visitor visitor, Warnings warnings) {
            this.visitor = visitor;
            this.warnings = warnings;
        }

        void into(ModemPath directory, Path place) throws IOException {
            List<Path> children = host.list(place);
            children.sort(null);
            Set<String> keys = new HashSet<>();
            for (Path child : children) {
                String reason = visit(directory, child, keys);
                if (reason != null) {
                    warnings.leftAlone(directory + (directory.isRoot() ? "" : "/") + HostName.readable(child), reason);
                }
            }
        }

        /** Returns why the modem cannot have {@code place}, or null. */
        private String visit(ModemPath parent, Path place, Set<String> keys) throws IOException {
            BasicFileAttributes attributes = host.attributes(place);
            if (attributes == null) {
                return null;
            }
            if (!attributes.isRegularFile() && !attributes.isDirectory()) {
                return attributes.isSymbolicLink() ? "symbolic link" : "neither file nor directory";
            }
            String name = HostName.of(place);
            if (name == null || !FileName.isValid(name)) {
                return "not a name that the modem can have";
            }
            if (name.getBytes(StandardCharsets.UTF_8).length > parent.roomForName()) {
                return "path too long";
            }
            if (!host.accessible(place)) {
                return "no permission";
            }
            if (!keys.add(drive.key(name))) {
                return "another one differs only in case";
            }
            ModemPath path = parent.child(name);
            if (attributes.isRegularFile()) {
                return visitor.file(path, place, attributes);
            }
            String reason = visitor.directory(path);
            if (reason == null) {
                into(path, place);
            }
            return reason;
        }
    }

    private void requireDirectory(Path place) throws IOException {
        BasicFileAttributes attributes = host.attributes(place);
        if (attributes == null || !attributes.isDirectory()) {
            throw new NotDirectoryException(place.toString());
        }
    }
}
