package io.github.sim52xx.modem;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * "The modem's thread": runs tasks one after another, in order, on whichever thread brings them. A task brought to an
 * idle modem runs at once on the caller's thread; a task brought to a busy one is left to whoever is at work there.
 * Thus thousands of modems need no thread of their own, and an AT line needs no switch of threads.
 *
 * <p>Each task sees what the ones before it did. Tasks must not block. Safe for use by any thread.
 */
final class ModemThread implements Executor {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final Consumer<Throwable> faults;

    /** @param faults is told what a task failed with; the next task runs nevertheless */
    ModemThread(Consumer<Throwable> faults) {
        this.faults = faults;
    }

    @Override
    public void execute(Runnable task) {
        if (unfinished.compareAndSet(0, 1)) {
            run(task);
        } else {
            waiting.add(task);
            if (unfinished.getAndIncrement() != 0) {
                return;
            }
            // The modem became idle in between: this thread is the one at work now.
            run(waiting.remove());
        }
        while (unfinished.decrementAndGet() != 0) {
            run(waiting.remove());
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            faults.accept(e);
        }
    }
}
