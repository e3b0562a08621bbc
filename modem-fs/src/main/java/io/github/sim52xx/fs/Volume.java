package io.github.sim52xx.fs;

import io.github.sim52xx.fs.Disk.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One drive of the modem: directories and files in a limited space (manual 14). The content is in memory from the first
 * use on; with a state directory the host has it too before a change is reported as done. While its card is pulled
 * everything fails with {@link FileSystemError#NO_CARD}; the content is the same when the card is back.
 *
 * <p>Thread-safe: a worker saves a mail while the modem's thread lists a directory. Changes take effect one after
 * another, each at once.
 */
public final class Volume {

    private static final int PIECE = 16 * 1024;

    private final Drive drive;
    private final Medium own;
    /** What is in the slot; without a card the modem's own. */
    private Medium medium;

    private Mirror mirror;
    private boolean inserted;
    private FileListener listener = FileListener.NONE;
    /** The content of what is in the slot, from first use on. */
    private Disk disk;
    /** The disk in its slot, from first use to removal. */
    private Mount mount;

    /**
     * @param capacity in bytes; it is used in blocks of 4096
     * @param clock what the modem's clock shows; called by any thread
     * @param mirror keeps the content beyond the life of this volume
     * @param inserted whether there is a medium
     */
    Volume(Drive drive, long capacity, Supplier<LocalDateTime> clock, Mirror mirror, boolean inserted) {
        this.drive = drive;
        this.own = new Medium(drive, capacity, clock, mirror);
        this.inserted = inserted;
        use(own);
    }

    public Drive drive() {
        return drive;
    }

    synchronized void listen(FileListener newListener) {
        listener = newListener;
    }

    /** In bytes; without a card that of the modem's own. */
    public synchronized long capacity() {
        return medium.capacity();
    }

    /** How many bytes are taken, by what is being written too; all of them if the medium is full. */
    public synchronized long used() throws FileSystemException {
        mounted();
        return medium.used();
    }

    /** True if there is a file or a directory. */
    public synchronized boolean exists(ModemPath path) throws FileSystemException {
        return kind(path) != Kind.NONE;
    }

    public synchronized boolean isDirectory(ModemPath path) throws FileSystemException {
        return kind(path) == Kind.DIRECTORY;
    }

    /** The path of something that exists, its names in the case in which they were given. */
    public synchronized ModemPath actual(ModemPath path) throws FileSystemException {
        require(exists(path), FileSystemError.INVALID_PATH);
        return Attempt.read(() -> disk.actual(path));
    }

    /** The names of the directories in a directory: the automatic ones, then the others, sorted. */
    public synchronized List<String> directories(ModemPath directory) throws FileSystemException {
        List<String> others = list(directory, Kind.DIRECTORY);
        List<String> names = new ArrayList<>(others);
        names.removeIf(name -> !directory.isRoot() || !drive.isAutomatic(name));
        others.removeAll(names);
        names.addAll(others);
        return names;
    }

    /** The names of the files in a directory, sorted. */
    public synchronized List<String> files(ModemPath directory) throws FileSystemException {
        return list(directory, Kind.FILE);
    }

    /** The size of a file in bytes. */
    public synchronized long size(ModemPath file) throws FileSystemException {
        requireFile(file);
        return Attempt.read(() -> disk.size(disk.at(file)));
    }

    /** What the modem's clock showed when a file was made. */
    public synchronized LocalDateTime created(ModemPath file) throws FileSystemException {
        requireFile(file);
        return Attempt.read(() -> disk.created(disk.at(file)));
    }

    /** Opens a file for reading. The stream outlives the file's deletion, and fails when the medium is gone. */
    public synchronized InputStream open(ModemPath file) throws FileSystemException {
        requireFile(file);
        return new OpenFile(mount, Attempt.read(() -> disk.read(disk.at(file))));
    }

    public synchronized void createDirectory(ModemPath directory) throws FileSystemException {
        requireFree(directory);
        medium.requireRoom();
        ModemPath place = actual(directory.parent()).child(directory.name());
        claiming(1, () -> mirror.createDirectory(place));
        Attempt.write(() -> disk.createDirectory(disk.at(place)));
        listener.changed(FileListener.Change.CREATED, place);
    }

    /** Deletes an empty directory that is not one of the automatic ones. */
    public synchronized void deleteDirectory(ModemPath directory) throws FileSystemException {
        require(isDirectory(directory), FileSystemError.NO_DIRECTORY);
        boolean empty = files(directory).isEmpty() && directories(directory).isEmpty();
        boolean wanted = directory.isRoot() || directory.isAutomaticDirectory();
        require(empty && !wanted, FileSystemError.DIRECTORY_NOT_DELETABLE);
        delete(actual(directory));
    }

    public synchronized void deleteFile(ModemPath file) throws FileSystemException {
        requireFile(file);
        delete(actual(file));
    }

    /** Deletes all files of a directory, but none of its directories. */
    public synchronized void deleteFiles(ModemPath directory) throws FileSystemException {
        List<ModemPath> files = new ArrayList<>();
        for (String name : files(directory)) {
            files.add(actual(directory).child(name));
        }
        medium.requireWritable();
        Attempt.write(() -> {
            mirror.deleteFiles(files);
            for (ModemPath file : files) {
                disk.delete(disk.at(file));
                listener.changed(FileListener.Change.REMOVED, file);
            }
        });
    }

    /** Gives a file another name in its directory. */
    public synchronized void rename(ModemPath file, String name) throws FileSystemException {
        requireFile(file);
        ModemPath from = actual(file);
        ModemPath to = from.parent().child(name);
        boolean caseOnly =
                drive.key(from.name()).equals(drive.key(name)) && !from.name().equals(name);
        if (!caseOnly) {
            requireFree(to);
        }
        medium.requireWritable();
        Attempt.write(() -> {
            mirror.rename(from, to);
            disk.move(disk.at(from), disk.at(to));
        });
        listener.changed(FileListener.Change.REMOVED, from);
        listener.changed(FileListener.Change.CREATED, to);
    }

    /** Begins a file that does not exist yet in a directory that does. */
    public synchronized NewFile create(ModemPath file) throws FileSystemException {
        requireFree(file);
        Staging staging = stage();
        try {
            return new NewFile(staging, file);
        } catch (FileSystemException e) {
            staging.close();
            throw e;
        }
    }

    /** As {@link #create(ModemPath)}, for a file of {@code size} bytes, for which there has to be room now. */
    public synchronized NewFile create(ModemPath file, long size) throws FileSystemException {
        requireFree(file);
        long blocks = (size + Disk.BLOCK - 1) / Disk.BLOCK;
        require(blocks * Disk.BLOCK <= capacity() - used(), FileSystemError.noSpace(drive));
        return create(file);
    }

    /** Begins files that shall appear together as a new directory. */
    public synchronized Staging stage() throws FileSystemException {
        Disk content = mounted();
        medium.requireRoom();
        Mirror.Area area = Attempt.write(mirror::stage);
        return new Staging(this, mount, Attempt.write(content::newStaging), area);
    }

    /**
     * Copies a file to this or another volume; the copy appears when it is complete.
     *
     * @return false if {@code progress} gave it up
     */
    public boolean copy(ModemPath file, Volume target, ModemPath copy, Progress progress) throws FileSystemException {
        long total = size(file);
        try (InputStream from = open(file);
                NewFile to = target.create(copy)) {
            byte[] piece = new byte[PIECE];
            long done = 0;
            for (int count = 0; count >= 0; count = from.read(piece)) {
                to.write(piece, 0, count);
                done += count;
                if (!progress.copied(done, total)) {
                    return false;
                }
            }
            to.commit();
            return true;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(FileSystemError.READ, e);
        }
    }

    /** Deletes everything but the automatic directories. What is being read or written is lost. */
    public synchronized void format() throws FileSystemException {
        mounted();
        medium.requireWritable();
        Attempt.write(mirror::format);
        unmount();
        medium.forget();
        mounted();
        listener.changed(FileListener.Change.FORMATTED, ModemPath.root(drive));
    }

    /** Makes what {@code staging} holds appear as {@code directory}. */
    synchronized void commitDirectory(Staging staging, ModemPath directory) throws FileSystemException {
        staging.mount().checkRoom();
        require(!exists(directory), errorOf(kind(directory)));
        int depth = directory.names().size();
        int existing = depth - 1;
        while (!exists(directory.ancestor(existing))) {
            existing--;
        }
        int parents = existing;
        ModemPath ancestor = directory.ancestor(parents);
        require(isDirectory(ancestor), FileSystemError.NO_DIRECTORY);
        ModemPath place = actual(ancestor).descendant(directory.names().subList(parents, depth));
        claiming(depth - parents, () -> staging.mirrored().commitDirectory(place, parents));
        Attempt.write(() -> {
            for (int i = parents + 1; i < depth; i++) {
                disk.createDirectory(disk.at(place.ancestor(i)));
            }
            disk.move(staging.directory(), disk.at(place));
        });
        listener.changed(FileListener.Change.CREATED, place);
    }

    /** Makes the only file that {@code staging} holds appear as {@code file}. */
    synchronized void commitFile(Staging staging, ModemPath file) throws FileSystemException {
        staging.mount().checkWritable();
        requireFree(file);
        ModemPath place = actual(file.parent()).child(file.name());
        Attempt.write(() -> {
            staging.mirrored().commitFile(file.name(), place);
            disk.move(staging.directory().resolve(file.name()), disk.at(place));
        });
        listener.changed(FileListener.Change.CREATED, place);
    }

    // ---- the medium

    /** Pulls the card; another one than the modem's own is gone then. */
    synchronized void remove() {
        inserted = false;
        unmount();
        use(own);
    }

    /** Puts the modem's own card in. */
    synchronized void insert() {
        inserted = true;
    }

    /**
     * Puts another card into the empty slot, which is empty too. It lives in memory until it is pulled; what is kept of
     * the modem's own card stays as it is.
     */
    synchronized void insertAnother(long bytes) {
        use(own.another(bytes));
        inserted = true;
    }

    /** Full: takes no byte and no name more, though what is there can be deleted and read. */
    public synchronized void setFull(boolean full) {
        medium.setFull(full);
    }

    public synchronized boolean isFull() {
        return medium.isFull();
    }

    /** Protected against writing: nothing can be changed. */
    public synchronized void setReadOnly(boolean readOnly) {
        medium.setReadOnly(readOnly);
    }

    public synchronized boolean isReadOnly() {
        return medium.isReadOnly();
    }

    /** The power goes: what is being written has never been there. */
    synchronized void powerOff() {
        unmount();
    }

    /** Gives the memory back. */
    synchronized void close() {
        remove();
        own.forget();
    }

    private void use(Medium next) {
        medium = next;
        mirror = next.mirror();
        disk = null;
    }

    private void unmount() {
        if (mount != null) {
            mount.end();
            mount = null;
        }
    }

    private Disk mounted() throws FileSystemException {
        require(inserted, FileSystemError.NO_CARD);
        if (mount == null) {
            disk = medium.disk();
            mount = new Mount(medium, disk);
        }
        return disk;
    }

    private Kind kind(ModemPath path) throws FileSystemException {
        Disk content = mounted();
        return content.kind(content.at(path));
    }

    private List<String> list(ModemPath directory, Kind kind) throws FileSystemException {
        require(isDirectory(directory), FileSystemError.NO_DIRECTORY);
        return Attempt.read(() -> disk.list(disk.at(directory), kind));
    }

    private void delete(ModemPath actual) throws FileSystemException {
        medium.requireWritable();
        Attempt.write(() -> {
            mirror.delete(actual);
            disk.delete(disk.at(actual));
        });
        listener.changed(FileListener.Change.REMOVED, actual);
    }

    /** Does {@code work} for which that many names are needed. */
    private void claiming(int names, Attempt.Action work) throws FileSystemException {
        disk.claim(names);
        try {
            Attempt.write(work);
        } catch (FileSystemException e) {
            disk.release(names);
            throw e;
        }
    }

    private void requireFile(ModemPath path) throws FileSystemException {
        require(kind(path) == Kind.FILE, FileSystemError.NO_FILE);
    }

    private void requireFree(ModemPath path) throws FileSystemException {
        require(!exists(path), errorOf(kind(path)));
        require(isDirectory(path.parent()), FileSystemError.NO_DIRECTORY);
    }

    private static FileSystemError errorOf(Kind existing) {
        return existing == Kind.FILE ? FileSystemError.FILE_EXISTS : FileSystemError.DIRECTORY_EXISTS;
    }

    private static void require(boolean condition, FileSystemError error) throws FileSystemException {
        if (!condition) {
            throw new FileSystemException(error);
        }
    }
}
