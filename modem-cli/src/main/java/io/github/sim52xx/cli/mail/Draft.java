package io.github.sim52xx.cli.mail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A mail while it comes in. Small ones stay in memory; a larger one goes to a file that has lost its name before its
 * first byte is written, so that nothing is left behind however the process ends. Not thread-safe.
 */
final class Draft implements ByteSink, Closeable {

    /** The largest mail that may be kept in memory. */
    static final int IN_MEMORY = 64 * 1024;

    private final Mailbox mailbox;
    /** The mail, or what of it has not gone to the file yet. */
    private byte[] bytes = new byte[2048];

    private int length;
    private FileChannel file;
    private long size;
    private boolean open = true;

    Draft(Mailbox mailbox) throws MailboxFullException {
        this.mailbox = mailbox;
        mailbox.reserve(Mailbox.OVERHEAD);
    }

    long size() {
        return size;
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        mailbox.reserve(count);
        size += count;
        if (count > IN_MEMORY - length) {
            flush();
        }
        if (count > IN_MEMORY) {
            writeToFile(from, offset, count);
            return;
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(IN_MEMORY, Math.max(length + count, bytes.length * 2)));
        }
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    /** The mail is complete. */
    Content finish() throws IOException {
        boolean small = file == null;
        if (small) {
            mailbox.reserveHeap(size);
        } else {
            flush();
        }
        open = false;
        return new Content(small ? Arrays.copyOf(bytes, length) : null, file, size, () -> {
            mailbox.giveBack(size + Mailbox.OVERHEAD);
            if (small) {
                mailbox.giveHeapBack(size);
            }
        });
    }

    /** Forgets the mail, unless it has been finished. */
    @Override
    public void close() {
        if (open) {
            open = false;
            mailbox.giveBack(size + Mailbox.OVERHEAD);
            if (file != null) {
                Sockets.close(file);
            }
        }
    }

    private void flush() throws IOException {
        writeToFile(bytes, 0, length);
        length = 0;
    }

    private void writeToFile(byte[] from, int offset, int count) throws IOException {
        if (file == null) {
            file = namelessFile(mailbox.directory());
        }
        ByteBuffer rest = ByteBuffer.wrap(from, offset, count);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    private static FileChannel namelessFile(Path directory) throws IOException {
        Path path = Files.createTempFile(directory, "sim52xx", ".mail");
        try {
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } finally {
            // Already done where files can lose their names while they are open, which is where it matters.
            Files.deleteIfExists(path);
        }
    }
}
