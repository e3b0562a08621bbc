package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a mail, in memory or in a file without a name. They live until the last that holds them lets them go, so
 * that a mail can still be read in one session after another has deleted it. Thread-safe.
 */
final class Content {

    private static final int CHUNK = 64 * 1024;

    private final byte[] bytes;
    private final FileChannel file;
    private final long size;
    private final Runnable freed;
    private int holders = 1;

    /**
     * @param bytes the mail, or null if it is in {@code file}
     * @param freed called once when nobody holds the mail any more
     */
    Content(byte[] bytes, FileChannel file, long size, Runnable freed) {
        this.bytes = bytes;
        this.file = file;
        this.size = size;
        this.freed = freed;
    }

    long size() {
        return size;
    }

    synchronized void retain() {
        if (holders == 0) {
            throw new IllegalStateException("the mail is gone");
        }
        holders++;
    }

    synchronized void release() {
        holders--;
        if (holders == 0) {
            if (file != null) {
                Sockets.close(file);
            }
            freed.run();
        }
    }

    /** Reads at least one byte if there is one at {@code position}; returns how many. */
    int read(long position, byte[] into, int offset, int length) throws IOException {
        int count = (int) Math.min(length, size - position);
        if (file != null) {
            return file.read(ByteBuffer.wrap(into, offset, count), position);
        }
        System.arraycopy(bytes, (int) position, into, offset, count);
        return count;
    }

    /** The first {@code length} bytes in large pieces. */
    void copyTo(ByteSink sink, long length) throws IOException {
        if (bytes != null) {
            sink.write(bytes, 0, (int) length);
            return;
        }
        byte[] chunk = new byte[(int) Math.min(length, CHUNK)];
        long position = 0;
        while (position < length) {
            int count = read(position, chunk, 0, (int) Math.min(chunk.length, length - position));
            sink.write(chunk, 0, count);
            position += count;
        }
    }
}
