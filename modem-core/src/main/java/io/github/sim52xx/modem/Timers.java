package io.github.sim52xx.modem;

import java.time.Duration;

/** Timers of one modem: their tasks run on its thread. */
public final class Timers {

    private final Time time;
    private final ModemThread thread;

    Timers(Time time, ModemThread thread) {
        this.time = time;
        this.thread = thread;
    }

    /** Runs {@code task} once on the modem's thread after {@code delay}. */
    public Time.Timer after(Duration delay, Runnable task) {
        return time.after(delay, () -> thread.execute(task));
    }

    /** Runs {@code task} on the modem's thread every {@code period}, first after one period, until cancelled. */
    public Time.Timer every(Duration period, Runnable task) {
        Repetition repetition = new Repetition(period, task);
        repetition.schedule();
        return repetition;
    }

    /** Confined to the modem's thread. */
    private final class Repetition implements Time.Timer {

        private final Duration period;
        private final Runnable task;
        private Time.Timer next;
        private boolean cancelled;

        Repetition(Duration period, Runnable task) {
            this.period = period;
            this.task = task;
        }

        void schedule() {
            next = after(period, () -> {
                if (!cancelled) {
                    schedule();
                    task.run();
                }
            });
        }

        @Override
        public void cancel() {
            cancelled = true;
            next.cancel();
        }
    }
}
