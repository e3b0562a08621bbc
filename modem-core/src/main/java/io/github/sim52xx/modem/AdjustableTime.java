package io.github.sim52xx.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that runs by itself, can be moved on besides, and made to run faster or slower than the time underneath: thirty
 * seconds pass at once, or a day in minutes. Thread-safe.
 */
public final class AdjustableTime extends DrivenTime {

    /** The least and the greatest factor of {@link #run}. */
    public static final double SLOWEST = 0.1;

    public static final double FASTEST = 1000;

    /** At that moment of the host's time it was {@link #base} here. */
    private Instant hostBase;

    private Instant base;
    private double speed = 1;

    /** @param host what drives it, from whose present moment it starts */
    public AdjustableTime(Time host) {
        super(host);
        hostBase = host.now();
        base = hostBase;
    }

    @Override
    public synchronized Instant now() {
        Duration passed = Duration.between(hostBase, host.now());
        return base.plus(speed == 1 ? passed : Duration.ofNanos(Math.round(passed.toNanos() * speed)));
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

    @Override
    Duration hosts(Duration left) {
        return speed == 1 ? left : Duration.ofNanos((long) Math.ceil(left.toNanos() / speed));
    }

    @Override
    void ring(Alarm alarm) {
        synchronized (this) {
            if (!alarms.remove(alarm)) {
                return;
            }
        }
        alarm.task.run();
    }
}
