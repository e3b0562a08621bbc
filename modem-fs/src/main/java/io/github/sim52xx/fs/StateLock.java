package io.github.sim52xx.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock on a state directory, {@code DIR/lock}. It is the operating system's lock on the file that counts, which
 * ends with the process however that ends; the file stays and says whose process it was.
 */
final class StateLock implements AutoCloseable {

    /** POSIX drops a process's locks on a file as soon as it closes any channel to it: nobody here opens one twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final int MAX_PID_LENGTH = 20;

    private final Path directory;
    private final FileChannel channel;

    private StateLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** @param directory the real path */
    static StateLock acquire(Path directory) throws IOException {
        String self = Long.toString(ProcessHandle.current().pid());
        if (!HELD_HERE.add(directory)) {
            throw inUse(directory, self);
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(
                    directory.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            if (channel.tryLock() == null) {
                throw inUse(directory, holder(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((self + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            locked = true;
            return new StateLock(directory, channel);
        } finally {
            if (!locked) {
                HELD_HERE.remove(directory);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD_HERE.remove(directory);
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_PID_LENGTH);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    }

    private static StateDirectoryException inUse(Path directory, String pid) {
        String whose = pid.matches("\\d+") ? " by process " + pid : "";
        return new StateDirectoryException("state directory " + directory + " is in use" + whose);
    }
}
