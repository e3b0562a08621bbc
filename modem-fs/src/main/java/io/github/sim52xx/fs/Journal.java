package io.github.sim52xx.fs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code DIR/.tmp/journal}: a change of the host's files that takes more than one step, written down before the first
 * of them, one {@code C:/path} to delete a line. Once it is written the change counts as made; a process that is killed
 * in the middle of it is taken up where it stopped when the state directory is opened. Thread-safe.
 */
final class Journal {

    /** Where a path lies on the host. */
    interface Places {
        Path of(ModemPath path) throws IOException;
    }

    private final Host host;
    private final Scratch scratch;
    private final Path file;
    private final Places places;
    private boolean pending;

    Journal(Host host, Scratch scratch, Path file, Places places) {
        this.host = host;
        this.scratch = scratch;
        this.file = file;
        this.places = places;
    }

    /** Deletes files, and directories if they are empty by then, all or none of them, in this order. */
    synchronized void delete(List<ModemPath> paths) throws IOException {
        finish();
        String lines = paths.stream().map(ModemPath::toString).collect(Collectors.joining("\n"));
        scratch.replace(file, lines.getBytes(StandardCharsets.UTF_8));
        pending = true;
        try {
            carryOut(paths);
        } catch (IOException e) {
            // The change is made as far as anyone can see; the next one goes on from here, or fails for the same cause.
            return;
        }
    }

    /** Takes up what a killed process has left, if there is anything. */
    synchronized void replay() throws IOException {
        pending = host.attributes(file) != null;
        finish();
    }

    /** Brings a change to its end that has been written down. Every other change has to wait for that. */
    synchronized void finish() throws IOException {
        if (pending) {
            carryOut(read());
        }
    }

    private List<ModemPath> read() throws IOException {
        List<ModemPath> paths = new ArrayList<>();
        try (var content = host.read(file)) {
            String lines = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : lines.lines().toList()) {
                paths.add(ModemPath.parse(FileName.encode(line), ModemPath.root(Drive.C)));
            }
        }
        return paths;
    }

    private void carryOut(List<ModemPath> paths) throws IOException {
        for (ModemPath path : paths) {
            deleteIfThere(path);
        }
        host.delete(file);
        pending = false;
    }

    private void deleteIfThere(ModemPath path) throws IOException {
        try {
            Path place = places.of(path);
            if (host.attributes(place) != null) {
                host.delete(place);
            }
        } catch (NotDirectoryException e) {
            // Its directory has gone too.
        } catch (DirectoryNotEmptyException e) {
            // Something that the modem cannot have lies in it.
        }
    }
}
