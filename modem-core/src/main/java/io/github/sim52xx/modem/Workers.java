package io.github.sim52xx.modem;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that do what blocks, for all modems of a process. They come when needed and go when idle. */
public final class Workers {

    private Workers() {}

    /** Daemon threads, as many as there is work. */
    public static Executor shared() {
        return Shared.POOL;
    }

    private static final class Shared {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final Executor POOL =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "modem-worker-" + COUNT.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
