package io.github.sim52xx.cli.port;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Says that a process uses a path, so that another one does not take it away. It is the name of a socket in Linux's
 * abstract name space: no file, and gone with the process however that ends.
 */
final class NameLock implements AutoCloseable {

    private final int socket;

    private NameLock(int socket) {
        this.socket = socket;
    }

    /**
     * Takes the lock.
     *
     * @return null if somebody has it
     */
    static NameLock take(Path path) throws IOException {
        byte[] address = address(path);
        int socket = -1;
        try {
            socket = LibC.socket(LibC.AF_UNIX, LibC.SOCK_STREAM | LibC.SOCK_CLOEXEC, 0);
            LibC.bind(socket, address, address.length);
            return new NameLock(socket);
        } catch (LastErrorException e) {
            if (socket >= 0) {
                LibC.close(socket);
            }
            if (e.getErrorCode() == LibC.EADDRINUSE) {
                return null;
            }
            throw new IOException("cannot lock " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        LibC.close(socket);
    }

    /** The family, a zero byte for the abstract name space, a name that is always short enough. */
    private static byte[] address(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent().toRealPath();
        byte[] name = ("sim52xx " + digest(directory.resolve(path.getFileName()).toString()))
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(3 + name.length)
                .order(ByteOrder.nativeOrder())
                .putShort((short) LibC.AF_UNIX)
                .put((byte) 0)
                .put(name)
                .array();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
