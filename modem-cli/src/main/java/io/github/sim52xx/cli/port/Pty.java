package io.github.sim52xx.cli.port;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The master side of a pseudo-terminal in raw mode. Reading and waiting are for one thread, writing for another. */
final class Pty implements AutoCloseable {

    /**
     * What {@link #await} found.
     *
     * @param readable how many bytes there are to read: what comes later may be of somebody who has opened it later
     * @param writable room to write
     * @param hungUp nobody at the other end
     * @param reopened somebody, but for a moment nobody
     */
    record Readiness(int readable, boolean writable, boolean hungUp, boolean reopened) {}

    private static final int POLLFD = 8;

    private final int master;
    private final int wake;
    private final String device;
    private final Openings openings;

    Pty() throws IOException {
        try {
            master = LibC.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
            LibC.grantpt(master);
            LibC.unlockpt(master);
            byte[] name = new byte[64];
            LibC.ptsname_r(master, name, name.length);
            device = new String(name, 0, indexOfZero(name), StandardCharsets.US_ASCII);
            makeRaw();
            wake = LibC.eventfd(0, LibC.O_NONBLOCK | LibC.O_CLOEXEC);
        } catch (LastErrorException e) {
            throw new IOException("cannot make a PTY: " + e.getMessage(), e);
        }
        openings = new Openings(device);
    }

    /** The path that programs open: {@code /dev/pts/3}. */
    String device() {
        return device;
    }

    /**
     * Waits until there is something to read or room to write, if that is asked for, until the other end hangs up,
     * {@link #wakeUp} is called or the time is over; negative is forever.
     */
    Readiness await(boolean toRead, boolean toWrite, int timeoutMillis) {
        int events = (toRead ? LibC.POLLIN : 0) | (toWrite ? LibC.POLLOUT : 0);
        int happened = poll(events, 3, timeoutMillis);
        int readable = (happened & LibC.POLLIN) == 0 ? 0 : readable();
        boolean hungUp = (happened & LibC.POLLHUP) != 0;
        if (hungUp) {
            openings.none();
        }
        return new Readiness(readable, (happened & LibC.POLLOUT) != 0, hungUp, openings.reopened());
    }

    private int readable() {
        int[] bytes = new int[1];
        try {
            LibC.ioctl(master, LibC.FIONREAD, bytes);
            return Math.max(1, bytes[0]);
        } catch (LastErrorException e) {
            // Where the kernel does not tell, whatever there is.
            return Integer.MAX_VALUE;
        }
    }

    /** Waits until somebody opens it or {@link #wakeUp} is called. */
    void rest(int timeoutMillis) {
        poll(0, 2, timeoutMillis);
    }

    /** @param count 3 watches the PTY too, 2 only who opens it and the wake-up */
    private int poll(int events, int count, int timeoutMillis) {
        byte[] fds = new byte[3 * POLLFD];
        putFd(fds, 0, wake, LibC.POLLIN);
        putFd(fds, 1, openings.fd(), LibC.POLLIN);
        putFd(fds, 2, master, (short) events);
        try {
            LibC.poll(fds, count, timeoutMillis);
            if (revents(fds, 0) != 0) {
                LibC.read(wake, new byte[8], 8);
            }
        } catch (LastErrorException e) {
            // Interrupted by a signal: as if nothing had happened.
            return 0;
        }
        return revents(fds, 2);
    }

    /** Ends {@link #await} at once. */
    void wakeUp() {
        LibC.write(wake, new byte[] {1, 0, 0, 0, 0, 0, 0, 0}, 8);
    }

    /** Reads so many bytes or as many as there are; null if there are none, or nobody. */
    byte[] read(byte[] buffer, int most) {
        try {
            long length = LibC.read(master, buffer, Math.min(buffer.length, most));
            return length <= 0 ? null : Arrays.copyOf(buffer, (int) length);
        } catch (LastErrorException e) {
            return null;
        }
    }

    /** Writes what fits and returns how much that was. */
    int write(byte[] bytes) {
        try {
            return (int) LibC.write(master, bytes, bytes.length);
        } catch (LastErrorException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        openings.close();
        LibC.close(master);
        LibC.close(wake);
    }

    /** The settings belong to the pair and stay when the slave is closed again. */
    private void makeRaw() {
        int slave = LibC.open(device, LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_CLOEXEC);
        byte[] termios = new byte[256];
        LibC.tcgetattr(slave, termios);
        LibC.cfmakeraw(termios);
        LibC.tcsetattr(slave, LibC.TCSANOW, termios);
        LibC.close(slave);
    }

    private static int indexOfZero(byte[] name) {
        int length = 0;
        while (name[length] != 0) {
            length++;
        }
        return length;
    }

    private static void putFd(byte[] fds, int index, int fd, short events) {
        for (int i = 0; i < 4; i++) {
            fds[index * POLLFD + i] = (byte) (fd >> 8 * i);
        }
        fds[index * POLLFD + 4] = (byte) events;
    }

    private static int revents(byte[] fds, int index) {
        return fds[index * POLLFD + 6] & 0xff;
    }
}
