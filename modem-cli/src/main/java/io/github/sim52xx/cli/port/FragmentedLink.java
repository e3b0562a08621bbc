package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.dce.ForwardingLink;
import io.github.sim52xx.modem.Time;

/**
 * A terminal whose output leaves in pieces: no write is larger than the {@link Fragmentation} says, and none follows
 * sooner. What waits goes together, whatever answers it is of, as in the buffer of a USB bridge. Safe for use by any
 * thread.
 */
final class FragmentedLink extends ForwardingLink {

    private final Fragmentation fragmentation;
    private final Time time;
    private final Portions waiting = new Portions();
    private Runnable drained;
    private boolean pausing;
    private boolean closing;

    FragmentedLink(DteLink link, Fragmentation fragmentation, Time time) {
        super(link);
        this.fragmentation = fragmentation;
        this.time = time;
    }

    @Override
    public synchronized void send(byte[] bytes) {
        waiting.add(bytes);
        sendOn();
    }

    /** Sends pieces until it is time for a pause. */
    private void sendOn() {
        while (!pausing && waiting.size() > 0) {
            link.send(waiting.take(fragmentation.bytes()));
            if (!fragmentation.delay().isZero()) {
                pausing = true;
                time.after(fragmentation.delay(), this::pauseOver);
            }
        }
    }

    private void pauseOver() {
        Runnable task = null;
        synchronized (this) {
            pausing = false;
            sendOn();
            if (waiting.size() == 0) {
                task = drained;
                drained = null;
                if (closing) {
                    link.close();
                }
            }
        }
        if (task != null) {
            link.whenDrained(task);
        }
    }

    @Override
    public synchronized long backlog() {
        return waiting.size() + link.backlog();
    }

    @Override
    public void whenDrained(Runnable task) {
        synchronized (this) {
            if (waiting.size() > 0) {
                drained = task;
                return;
            }
        }
        link.whenDrained(task);
    }

    @Override
    public synchronized void close() {
        if (waiting.size() > 0) {
            closing = true;
        } else {
            link.close();
        }
    }
}
