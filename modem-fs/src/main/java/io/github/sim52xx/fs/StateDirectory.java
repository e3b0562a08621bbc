package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The host directory that keeps a modem's state: {@code DIR/C} and {@code DIR/D} are the drives as ordinary files,
 * which a user may put there beforehand; the modem's non-volatile memory lies beside them. {@code DIR/lock} belongs to
 * the one process that uses it, {@code DIR/.tmp} holds what is not complete.
 *
 * <p>Nothing outside the directory is ever written. The process may be killed at any moment: every change of a drive has
 * then been made or not, and none that was reported is lost. Against a loss of the host's power there is no such
 * guarantee, nothing is forced to its disk. Thread-safe.
 */
public final class StateDirectory implements AutoCloseable {

    private static final String TEMPORARY = ".tmp";

    private final Host host;
    private final Path directory;
    private final StateLock lock;
    private final Scratch scratch;
    private final Path written;
    private final Journal journal;
    private final Map<Drive, HostTree> trees = new EnumMap<>(Drive.class);
    private final List<String> warnings = new ArrayList<>();

    private StateDirectory(Host host, Path directory) throws IOException {
        this.host = host;
        this.directory = directory;
        this.lock = StateLock.acquire(directory);
        for (Drive drive : Drive.values()) {
            trees.put(drive, new HostTree(host, drive, directory));
        }
        Path temporary = directory.resolve(TEMPORARY);
        scratch = new Scratch(host, temporary);
        written = temporary.resolve("journal");
        journal = new Journal(
                host, scratch, written, path -> trees.get(path.drive()).place(path));
    }

    /**
     * Takes a directory into use: makes what is missing, finishes what a killed process has begun.
     *
     * @throws StateDirectoryException if another process uses it, or it cannot be used
     */
    public static StateDirectory open(Path directory) throws StateDirectoryException {
        return open(directory, new HostFiles());
    }

    static StateDirectory open(Path directory, Host host) throws StateDirectoryException {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            StateDirectory state = new StateDirectory(host, directory.toRealPath());
            boolean usable = false;
            try {
                state.prepare();
                usable = true;
            } finally {
                if (!usable) {
                    state.release(() -> {});
                }
            }
            return state;
        } catch (StateDirectoryException e) {
            throw e;
        } catch (IOException e) {
            throw new StateDirectoryException("state directory " + directory + " cannot be used: " + reason(e), e);
        }
    }

    /** Its real path. */
    public Path path() {
        return directory;
    }

    /** What of {@code DIR/C} and {@code DIR/D} the modem cannot have, as far as it showed at opening; a line each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The content of the file {@code DIR/name}, or null if there is none. */
    public byte[] read(String name) throws IOException {
        Path file = place(name);
        if (host.attributes(file) == null) {
            return null;
        }
        try (InputStream content = host.read(file)) {
            return content.readAllBytes();
        }
    }

    /** Gives the file {@code DIR/name} new content, all of it or, if that fails, none. */
    public void replace(String name, byte[] content) throws IOException {
        scratch.replace(place(name), content);
    }

    /** Lets other processes use the directory, without what is not complete. Every later change fails. */
    @Override
    public void close() {
        release(() -> scratch.clear(written));
    }

    private void release(Host.Change last) {
        host.close(last);
        try {
            lock.close();
        } catch (IOException e) {
            // The lock has gone with the channel.
        }
    }

    /**
     * The copy of a drive.
     *
     * @param console takes what of {@link #warnings} shows only when the drive is read; on any thread
     */
    Mirror mirror(Drive drive, Consumer<String> console) {
        return new HostMirror(
                host,
                scratch,
                journal,
                trees.get(drive),
                lines -> lines.stream().filter(line -> !warnings.contains(line)).forEach(console));
    }

    private void prepare() throws IOException {
        requireAccess(directory);
        for (String name : List.of(Drive.C.name(), Drive.D.name(), TEMPORARY)) {
            Path needed = directory.resolve(name);
            if (host.attributes(needed) == null) {
                host.createDirectory(needed);
            }
            requireAccess(needed);
        }
        journal.replay();
        scratch.clear(written);
        for (HostTree tree : trees.values()) {
            tree.checkAutomaticDirectories();
            Warnings leftAlone = new Warnings();
            tree.everything(leftAlone);
            warnings.addAll(leftAlone.lines());
        }
    }

    private void requireAccess(Path needed) throws IOException {
        if (!host.attributes(needed).isDirectory()) {
            throw new NotDirectoryException(needed.toString());
        }
        if (!host.accessible(needed)) {
            throw new AccessDeniedException(needed.toString());
        }
    }

    private Path place(String name) {
        if (!name.matches("\\w+\\.\\w+")) {
            throw new IllegalArgumentException("not a name like nvram.json: " + name);
        }
        return directory.resolve(name);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there and cannot be made; choose another directory";
        }
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is not a directory";
        }
        return e instanceof java.nio.file.FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : e.getMessage();
    }
}
