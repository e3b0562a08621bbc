package io.github.sim52xx.cli.port;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Who opens and closes a device, by Linux's inotify(7): a program that closes it while the next one opens it leaves no
 * trace that poll(2) would see. Where there is no inotify to be had nothing is noticed. Used by one thread.
 */
final class Openings implements AutoCloseable {

    private static final int IN_OPEN = 0x20;
    private static final int IN_CLOSE = 0x18;
    /** Of struct inotify_event, which has no name here. */
    private static final int EVENT = 16;

    private static final int MASK = 4;
    private static final int NONE = -1;

    private final int fd;
    private final byte[] events = new byte[64 * EVENT];
    private int open;
    /** False once several have had it open at a time: openings that follow each other at once are told as one. */
    private boolean certain = true;

    /** @param device that nobody has open */
    Openings(String device) {
        fd = watch(device);
    }

    private static int watch(String device) {
        int fd = NONE;
        try {
            fd = LibC.inotify_init1(LibC.O_NONBLOCK | LibC.O_CLOEXEC);
            LibC.inotify_add_watch(fd, device, IN_OPEN | IN_CLOSE);
            return fd;
        } catch (LastErrorException e) {
            if (fd != NONE) {
                LibC.close(fd);
            }
            return NONE;
        }
    }

    /** Becomes readable when something has happened; negative if nothing ever is noticed. */
    int fd() {
        return fd;
    }

    /** True if since the last call the last program has closed the device and another one has opened it. */
    boolean reopened() {
        boolean reopened = false;
        for (int length = read(); length > 0; length = read()) {
            ByteBuffer happened = ByteBuffer.wrap(events, 0, length).order(ByteOrder.nativeOrder());
            for (int at = 0; at < length; at += EVENT) {
                if ((happened.getInt(at + MASK) & IN_OPEN) == 0) {
                    open = Math.max(0, open - 1);
                } else {
                    reopened |= open == 0 && certain;
                    open++;
                    certain &= open == 1;
                }
            }
        }
        return reopened;
    }

    /** Nobody has it open, for certain. */
    void none() {
        certain = true;
        open = 0;
    }

    @Override
    public void close() {
        if (fd != NONE) {
            LibC.close(fd);
        }
    }

    private int read() {
        try {
            return fd == NONE ? 0 : (int) LibC.read(fd, events, events.length);
        } catch (LastErrorException e) {
            return 0;
        }
    }
}
