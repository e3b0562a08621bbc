package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The AT port on a PTY, with a symbolic link to it that has a name one can remember. It is one terminal that stays the
 * same, settings included, while programs open and close it, as a serial port does: the last one that closes it switches
 * DTR off, the first one that opens it switches it on. What the modem says while no program has it open is lost. One
 * thread reads and finishes what could not be written at once.
 */
public final class PtyPort implements DteLink {

    private static final int IDLE_POLL_MILLIS = 20;
    private static final int FOREVER = -1;
    private static final long LOW_WATER = 16 * 1024;

    private final Path link;
    private final NameLock lock;
    private final Pty pty;
    private final ModemSource modems;
    private final Thread thread;
    private final ArrayDeque<byte[]> unsent = new ArrayDeque<>();
    private long unsentBytes;
    private Runnable drained;
    private DteInput input;
    private volatile boolean open;
    private volatile boolean held;
    private volatile boolean closed;

    /**
     * Makes the PTY and the link to it. A link that is there already is replaced, unless it is that of another such
     * port that is still there; anything else is not.
     *
     * @throws IOException in one clear line if that does not work
     */
    public PtyPort(Path link, ModemSource modems) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new IOException(link + " exists and is no symbolic link; remove it or name another with --pty");
        }
        this.link = link;
        this.modems = modems;
        lock = lock(link);
        pty = openPty();
        thread = new Thread(this::serve, "pty-port");
        thread.setDaemon(true);
        thread.start();
    }

    /** Makes the PTY and the link, or gives the lock back. */
    private Pty openPty() throws IOException {
        boolean made = false;
        Pty opened = null;
        try {
            opened = new Pty();
            makeLink(opened.device());
            made = true;
            return opened;
        } finally {
            if (!made) {
                lock.close();
                if (opened != null) {
                    opened.close();
                }
            }
        }
    }

    private static NameLock lock(Path link) throws IOException {
        try {
            NameLock lock = NameLock.take(link);
            if (lock == null) {
                throw new IOException(link + " is the port of another modem that runs; name another with --pty");
            }
            return lock;
        } catch (NoSuchFileException e) {
            throw new IOException(link + " cannot be made: its directory does not exist", e);
        }
    }

    private void makeLink(String device) throws IOException {
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(device));
        } catch (NoSuchFileException e) {
            throw new IOException(link + " cannot be made: its directory does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException(link + " cannot be made: no permission for its directory", e);
        }
    }

    public Path link() {
        return link;
    }

    /** The device that the link points to. */
    public String device() {
        return pty.device();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public synchronized void send(byte[] bytes) {
        if (!open) {
            return;
        }
        byte[] rest = bytes;
        if (unsent.isEmpty()) {
            int written = pty.write(bytes);
            rest = written == 0 ? bytes : Arrays.copyOfRange(bytes, written, bytes.length);
        }
        if (rest.length > 0) {
            unsent.add(rest);
            unsentBytes += rest.length;
            pty.wakeUp();
        }
    }

    @Override
    public synchronized long backlog() {
        return unsentBytes;
    }

    @Override
    public void whenDrained(Runnable task) {
        synchronized (this) {
            drained = task;
        }
        checkDrained();
    }

    @Override
    public void holdInput(boolean hold) {
        held = hold;
        pty.wakeUp();
    }

    /** The modem hangs up: on a serial line nothing follows from that. */
    @Override
    public void close() {}

    /** Takes the port away, link included. */
    public void remove() {
        closed = true;
        pty.wakeUp();
        try {
            if (Files.isSymbolicLink(link)
                    && Files.readSymbolicLink(link).toString().equals(pty.device())) {
                Files.delete(link);
            }
        } catch (IOException e) {
            // The link has gone, or its directory has: nothing is left behind.
        }
        lock.close();
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!closed) {
            Pty.Readiness ready = pty.await(!held, backlog() > 0, open ? FOREVER : 0);
            if (ready.reopened()) {
                hungUp();
            }
            if (ready.readable() > 0) {
                opened();
                byte[] bytes = pty.read(buffer, ready.readable());
                if (bytes != null) {
                    input.receive(ByteBuffer.wrap(bytes));
                }
            } else if (ready.hungUp()) {
                hungUp();
                // A hang-up is reported again and again: wait a moment for the next program.
                pty.rest(IDLE_POLL_MILLIS);
            } else {
                opened();
                if (ready.writable()) {
                    writeOn();
                }
            }
        }
        pty.close();
    }

    private void opened() {
        if (!open) {
            open = true;
            if (input == null) {
                input = modems.attach(this);
            } else {
                input.dataTerminalReady(true);
            }
        }
    }

    private void hungUp() {
        if (!open) {
            return;
        }
        open = false;
        synchronized (this) {
            unsent.clear();
            unsentBytes = 0;
        }
        input.dataTerminalReady(false);
        checkDrained();
    }

    private void writeOn() {
        synchronized (this) {
            byte[] first = unsent.peek();
            int written = first == null ? 0 : pty.write(first);
            if (written > 0) {
                unsent.remove();
                unsentBytes -= written;
                if (written < first.length) {
                    unsent.addFirst(Arrays.copyOfRange(first, written, first.length));
                }
            }
        }
        checkDrained();
    }

    private void checkDrained() {
        Runnable task;
        synchronized (this) {
            if (drained == null || unsentBytes > LOW_WATER) {
                return;
            }
            task = drained;
            drained = null;
        }
        task.run();
    }
}
