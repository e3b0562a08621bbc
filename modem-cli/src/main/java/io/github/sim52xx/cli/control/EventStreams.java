package io.github.sim52xx.cli.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Everybody who listens to events, each with a thread of its own. Safe for use by any thread. */
final class EventStreams {

    private static final int MOST = 64;

    private final Pace pace;
    private final Map<EventStream, Thread> open = new LinkedHashMap<>();

    EventStreams(Pace pace) {
        this.pace = pace;
    }

    Pace pace() {
        return pace;
    }

    /** Takes a listener in and serves it, if there is room; those that are given up make some. */
    synchronized void begin(EventStream stream) throws Problem {
        if (open.size() >= MOST) {
            open.forEach((other, thread) -> {
                if (other.isStuck()) {
                    hangUp(thread);
                }
            });
            throw new Problem(503, MOST + " listen already");
        }
        Thread thread = new Thread(() -> serve(stream), "control events");
        thread.setDaemon(true);
        open.put(stream, thread);
        thread.start();
    }

    /** Ends all streams. */
    void close() {
        long latest = System.nanoTime() + pace.farewell().toNanos();
        Map<EventStream, Thread> leaving = left();
        leaving.keySet().forEach(stream -> stream.finish("the modem ends"));
        for (Thread thread : leaving.values()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(latest - System.nanoTime());
            if (millis > 0) {
                join(thread, millis);
            }
        }
        left().values().forEach(EventStreams::hangUp);
    }

    /** Ends it even in the middle of a write: that closes the connection, where closing it would wait for the write. */
    private static void hangUp(Thread thread) {
        thread.interrupt();
    }

    private synchronized Map<EventStream, Thread> left() {
        return new LinkedHashMap<>(open);
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(EventStream stream) {
        try {
            stream.run();
        } finally {
            synchronized (this) {
                open.remove(stream);
            }
        }
    }
}
