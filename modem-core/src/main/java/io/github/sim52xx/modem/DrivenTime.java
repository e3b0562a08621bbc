package io.github.sim52xx.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** A time that is made of another one, the host's, whose timers stand for its own. Thread-safe. */
abstract class DrivenTime implements Time {

    final Time host;
    /** By their moments, and those of one moment in the order in which they were set. Guarded by this. */
    final PriorityQueue<Alarm> alarms = new PriorityQueue<>();

    private long count;

    DrivenTime(Time host) {
        this.host = host;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(now().plus(delay), count++, task);
        alarms.add(alarm);
        alarm.set();
        return alarm;
    }

    /** How long the host's timer takes for what lies {@code left} ahead. */
    Duration hosts(Duration left) {
        return left;
    }

    /** The host's timer for {@code alarm} has run. */
    abstract void ring(Alarm alarm);

    /** A timer, and the one of the host that stands for it. */
    final class Alarm implements Timer, Comparable<Alarm> {

        final Instant due;
        final Runnable task;
        private final long order;
        private Timer ofHost;

        private Alarm(Instant due, long order, Runnable task) {
            this.due = due;
            this.order = order;
            this.task = task;
        }

        /** Sets the host's timer, for the first time or anew. Called under the lock of the time. */
        void set() {
            if (ofHost != null) {
                ofHost.cancel();
            }
            Duration left = Duration.between(now(), due);
            ofHost = host.after(left.isNegative() ? Duration.ZERO : hosts(left), () -> ring(this));
        }

        @Override
        public void cancel() {
            synchronized (DrivenTime.this) {
                alarms.remove(this);
                ofHost.cancel();
            }
        }

        @Override
        public int compareTo(Alarm other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
