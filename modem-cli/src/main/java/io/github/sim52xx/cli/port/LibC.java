package io.github.sim52xx.cli.port;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;

/** The few calls of the C library that PTYs and serial devices take (POSIX.1-2017 posix_openpt, termios; Linux eventfd,
 * inotify, abstract sockets). */
final class LibC {

    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final short POLLIN = 1;
    static final short POLLOUT = 4;
    static final short POLLHUP = 0x10;
    static final int EAGAIN = 11;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EADDRINUSE = 98;
    static final int AF_UNIX = 1;
    static final int SOCK_STREAM = 1;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int TCSANOW = 0;
    static final int TCIOFLUSH = 2;
    static final long FIONREAD = 0x541b;

    static {
        Native.register("c");
    }

    private LibC() {}

    static native int posix_openpt(int flags) throws LastErrorException;

    static native int grantpt(int fd) throws LastErrorException;

    static native int unlockpt(int fd) throws LastErrorException;

    static native int ptsname_r(int fd, byte[] name, long length) throws LastErrorException;

    static native int open(String path, int flags) throws LastErrorException;

    static native int close(int fd) throws LastErrorException;

    static native long read(int fd, byte[] buffer, long length) throws LastErrorException;

    static native long write(int fd, byte[] buffer, long length) throws LastErrorException;

    /** @param fds struct pollfd of 8 bytes each: int fd, short events, short revents */
    static native int poll(byte[] fds, long count, int timeoutMillis) throws LastErrorException;

    static native int socket(int domain, int type, int protocol) throws LastErrorException;

    /** @param address struct sockaddr_un */
    static native int bind(int fd, byte[] address, int length) throws LastErrorException;

    static native int inotify_init1(int flags) throws LastErrorException;

    static native int inotify_add_watch(int fd, String path, int mask) throws LastErrorException;

    static native int eventfd(int initial, int flags) throws LastErrorException;

    /** @param termios room for struct termios, 256 bytes are plenty */
    static native int tcgetattr(int fd, byte[] termios) throws LastErrorException;

    static native int tcsetattr(int fd, int when, byte[] termios) throws LastErrorException;

    static native void cfmakeraw(byte[] termios);

    /** @param speed in baud, or as a constant of termios.h */
    static native int cfsetspeed(byte[] termios, int speed) throws LastErrorException;

    /** @param argument of {@link #FIONREAD}: how many bytes can be read */
    static native int ioctl(int fd, long request, int[] argument) throws LastErrorException;

    static native int tcflush(int fd, int queues) throws LastErrorException;

    /** 1 if the file is a terminal. */
    static native int isatty(int fd);
}
