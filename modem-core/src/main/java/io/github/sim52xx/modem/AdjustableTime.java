package io.github.sim52xx.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Time that runs by itself, can be moved on besides, and made to run faster or slower than the time underneath: thirty
 * seconds pass at once, or a day in minutes. Thread-safe.
 */
public final class AdjustableTime implements Time {

    /** The least and the greatest factor of {@link #run}. */
    public static final double SLOWEST = 0.1;

    public static final double FASTEST = 1000;

    private final Time host;
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    /** At that moment of the host's time it was {@link #base} here. */
    private Instant hostBase;

    private Instant base;
    private double speed = 1;
    private long count;

    /** @param host what drives it, from whose present moment it starts */
    public AdjustableTime(Time host) {
        this.host = host;
        hostBase = host.now();
        base = hostBase;
    }

    @Override
    public synchronized Instant now() {
        Duration passed = Duration.between(hostBase, host.now());
        return base.plus(speed == 1 ? passed : Duration.ofNanos(Math.round(passed.toNanos() * speed)));
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(now().plus(delay), count++, task);
        alarms.add(alarm);
        alarm.set();
        return alarm;
    }

    /** Moves on by {@code step}: runs, in order and on this thread, every timer that falls due on the way. */
    public void skip(Duration step) {
        Instant end = now().plus(step);
        boolean more = true;
        while (more) {
            more = skipTowards(end);
        }
    }

    /**
     * Moves on to the first timer that falls due until {@code end} and runs it, or if there is none, to the end. For who
     * has to let happen what a timer has set going before the next one runs.
     *
     * @return false if there was none
     */
    public boolean skipTowards(Instant end) {
        Alarm alarm = nextUntil(end);
        if (alarm != null) {
            alarm.task.run();
            return true;
        }
        synchronized (this) {
            moveTo(end);
            setAll();
        }
        return false;
    }

    /** How many seconds pass here in one of the host's. */
    public synchronized double speed() {
        return speed;
    }

    /** From now on so many seconds pass here in one of the host's, {@link #SLOWEST} to {@link #FASTEST}. */
    public synchronized void run(double factor) {
        if (!(factor >= SLOWEST && factor <= FASTEST)) {
            throw new IllegalArgumentException("speed is not in " + SLOWEST + "-" + FASTEST + ": " + factor);
        }
        rebase(now());
        speed = factor;
        setAll();
    }

    private synchronized Alarm nextUntil(Instant end) {
        Alarm first = alarms.peek();
        if (first == null || first.due.isAfter(end)) {
            return null;
        }
        first.cancel();
        moveTo(first.due);
        return first;
    }

    private void moveTo(Instant moment) {
        if (moment.isAfter(now())) {
            rebase(moment);
        }
    }

    private void rebase(Instant moment) {
        base = moment;
        hostBase = host.now();
    }

    private void setAll() {
        List<Alarm> all = new ArrayList<>(alarms);
        all.forEach(Alarm::set);
    }

    /** A timer, and the one of the host that stands for it. */
    private final class Alarm implements Timer, Comparable<Alarm> {

        private final Instant due;
        private final long order;
        private final Runnable task;
        private Timer ofHost;

        Alarm(Instant due, long order, Runnable task) {
            this.due = due;
            this.order = order;
            this.task = task;
        }

        void set() {
            if (ofHost != null) {
                ofHost.cancel();
            }
            Duration left = Duration.between(now(), due);
            ofHost = host.after(left.isNegative() ? Duration.ZERO : scaled(left), this::ring);
        }

        private Duration scaled(Duration left) {
            return speed == 1 ? left : Duration.ofNanos((long) Math.ceil(left.toNanos() / speed));
        }

        @Override
        public void cancel() {
            synchronized (AdjustableTime.this) {
                alarms.remove(this);
                ofHost.cancel();
            }
        }

        private void ring() {
            synchronized (AdjustableTime.this) {
                if (!alarms.remove(this)) {
                    return;
                }
            }
            task.run();
        }

        @Override
        public int compareTo(Alarm other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
