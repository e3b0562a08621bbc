package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Puts the host's files on an empty disk, as far as they fit. */
final class HostImport implements HostTree.Visitor {

    private static final String NO_ROOM = "no room on the drive";

    private final Host host;
    private final Disk disk;

    HostImport(Host host, Disk disk) {
        this.host = host;
        this.disk = disk;
    }

    @Override
    public String directory(ModemPath directory) throws IOException {
        try {
            disk.claim(1);
        } catch (FileSystemException e) {
            return NO_ROOM;
        }
        disk.createDirectory(disk.at(directory));
        return null;
    }

    @Override
    public String file(ModemPath file, Path place, BasicFileAttributes attributes) throws IOException {
        if (attributes.size() > disk.free()) {
            return NO_ROOM;
        }
        Path copy = disk.at(file);
        try (InputStream from = host.read(place);
                OutputStream to = disk.create(copy)) {
            from.transferTo(to);
        } catch (FileSystemException e) {
            return NO_ROOM;
        } catch (IOException e) {
            if (disk.kind(copy) != Disk.Kind.NONE) {
                disk.delete(copy);
            }
            return "cannot be read";
        }
        disk.setCreated(copy, HostTime.shown(attributes.lastModifiedTime()));
        return null;
    }
}
