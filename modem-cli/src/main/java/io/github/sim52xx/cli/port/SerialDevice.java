package io.github.sim52xx.cli.port;

import com.sun.jna.LastErrorException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * The DTE's side of a serial port or of a PTY, in raw mode: eight data bits, no parity, one stop bit, no flow control
 * (termios(3)). What the other end sent before it was opened is thrown away. Used by one thread.
 */
public final class SerialDevice implements Closeable {

    private static final byte[] NOTHING = {};

    private static final int C_CFLAG = 8;
    private static final int CSTOPB = 0x40;
    private static final int CREAD = 0x80;
    private static final int CLOCAL = 0x800;
    private static final int CRTSCTS = 0x80000000;

    private final Path path;
    private final int fd;
    private final byte[] buffer = new byte[8192];

    /**
     * Opens the device.
     *
     * @throws IOException in one clear line if there is none that can be used
     */
    public SerialDevice(Path path, int baud) throws IOException {
        this.path = path;
        try {
            fd = LibC.open(path.toString(), LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
        } catch (LastErrorException e) {
            throw new IOException("cannot open " + path + ": " + reason(e), e);
        }
        try {
            configure(baud);
        } catch (LastErrorException e) {
            close();
            throw new IOException(path + " cannot be used as a serial port at " + baud + " baud: " + reason(e), e);
        }
    }

    /** Writes everything, waiting while the device takes no more. */
    public void write(byte[] bytes) throws IOException {
        byte[] rest = bytes;
        while (rest.length > 0) {
            if ((poll(LibC.POLLOUT, Duration.ofSeconds(10)) & LibC.POLLOUT) == 0) {
                throw new IOException(path + " takes no more bytes");
            }
            rest = Arrays.copyOfRange(rest, write(rest, rest.length), rest.length);
        }
    }

    /**
     * Waits for something to read.
     *
     * @return empty if nothing comes within {@code patience}
     * @throws EOFException if the other end has gone
     */
    public byte[] read(Duration patience) throws IOException {
        int happened = poll(LibC.POLLIN, patience);
        if ((happened & LibC.POLLIN) != 0) {
            return read();
        }
        if (happened != 0) {
            throw new EOFException(path + " has gone");
        }
        return NOTHING;
    }

    @Override
    public void close() {
        LibC.close(fd);
    }

    private void configure(int baud) {
        byte[] termios = new byte[256];
        LibC.tcgetattr(fd, termios);
        LibC.cfmakeraw(termios);
        ByteBuffer fields = ByteBuffer.wrap(termios).order(ByteOrder.nativeOrder());
        fields.putInt(C_CFLAG, fields.getInt(C_CFLAG) & ~(CSTOPB | CRTSCTS) | CREAD | CLOCAL);
        LibC.cfsetspeed(termios, baud);
        LibC.tcsetattr(fd, LibC.TCSANOW, termios);
        LibC.tcflush(fd, LibC.TCIOFLUSH);
    }

    private int write(byte[] bytes, int length) throws IOException {
        try {
            return (int) LibC.write(fd, bytes, length);
        } catch (LastErrorException e) {
            requireRetry(e);
            return 0;
        }
    }

    private byte[] read() throws IOException {
        try {
            int length = (int) LibC.read(fd, buffer, buffer.length);
            if (length == 0) {
                throw new EOFException(path + " has gone");
            }
            return Arrays.copyOf(buffer, length);
        } catch (LastErrorException e) {
            requireRetry(e);
            return NOTHING;
        }
    }

    /** Without the number of the error. */
    private static String reason(LastErrorException e) {
        return e.getMessage().replaceFirst("^\\[\\d+] ", "");
    }

    /** Throws unless it only has to be tried again. */
    private void requireRetry(LastErrorException e) throws IOException {
        if (e.getErrorCode() != LibC.EAGAIN && e.getErrorCode() != LibC.EINTR) {
            throw new EOFException(path + " has gone: " + e.getMessage());
        }
    }

    private int poll(int events, Duration patience) {
        ByteBuffer pollfd = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        pollfd.putInt(0, fd).putShort(4, (short) events);
        try {
            LibC.poll(pollfd.array(), 1, (int) Math.min(Integer.MAX_VALUE, Math.max(1, patience.toMillis())));
            return pollfd.getShort(6);
        } catch (LastErrorException e) {
            // Interrupted by a signal: as if nothing had happened.
            return 0;
        }
    }
}
