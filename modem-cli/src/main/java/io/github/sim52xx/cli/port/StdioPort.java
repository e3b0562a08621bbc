package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The AT port on standard input and output: one thread reads, one writes. At the end of the input everything that has
 * been asked for is answered; then the port is over.
 */
public final class StdioPort implements DteLink {

    private static final byte[] END = {};
    private static final long LOW_WATER = 16 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final Runnable over;
    private final DteInput input;
    private final BlockingQueue<byte[]> unsent = new LinkedBlockingQueue<>();
    private final AtomicLong unsentBytes = new AtomicLong();
    private Runnable drained;
    private boolean held;

    /** @param over called when the last answer has been written after the end of the input */
    public StdioPort(InputStream in, OutputStream out, ModemSource modems, Runnable over) {
        this.in = in;
        this.out = out;
        this.over = over;
        input = modems.attach(this);
    }

    /** Begins to read and write. */
    public void start() {
        daemon("stdio-in", this::read);
        daemon("stdio-out", this::write);
    }

    @Override
    public void send(byte[] bytes) {
        unsentBytes.addAndGet(bytes.length);
        unsent.add(bytes);
    }

    @Override
    public long backlog() {
        return unsentBytes.get();
    }

    @Override
    public void whenDrained(Runnable task) {
        synchronized (this) {
            drained = task;
        }
        checkDrained();
    }

    @Override
    public synchronized void holdInput(boolean hold) {
        held = hold;
        notifyAll();
    }

    @Override
    public void close() {
        unsent.add(END);
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                input.receive(ByteBuffer.wrap(Arrays.copyOf(buffer, length)));
                awaitRelease();
            }
        } catch (IOException | InterruptedException e) {
            // As good as the end of the input.
        }
        input.inputEnded();
    }

    private synchronized void awaitRelease() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    private void write() {
        try {
            for (byte[] bytes = unsent.take(); bytes != END; bytes = unsent.take()) {
                out.write(bytes);
                if (unsent.isEmpty()) {
                    out.flush();
                }
                unsentBytes.addAndGet(-bytes.length);
                checkDrained();
            }
        } catch (IOException | InterruptedException e) {
            // Nobody reads any more.
            input.closed();
        }
        over.run();
    }

    private void checkDrained() {
        Runnable task;
        synchronized (this) {
            if (drained == null || backlog() > LOW_WATER) {
                return;
            }
            task = drained;
            drained = null;
        }
        task.run();
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
