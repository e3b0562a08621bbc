package io.github.sim52xx.fs;

import io.github.sim52xx.modem.Time;
import io.github.sim52xx.modem.Timers;
import java.time.Duration;

/**
 * The alarm for a card that is nearly full (+FSMEM, manual 14.8): calls every so many seconds while less than a limit is
 * free. Confined to the modem's thread.
 */
public final class CardAlarm {

    private static final long MEGABYTE = 1 << 20;

    private final Volume card;
    private final Timers timers;
    private int limit;
    private int period;
    private Time.Timer timer;

    CardAlarm(Volume card, Timers timers) {
        this.card = card;
        this.timers = timers;
    }

    /** In megabytes; 0 is off. */
    public int limit() {
        return limit;
    }

    /** In seconds; 0 is off. */
    public int period() {
        return period;
    }

    /** Calls {@code report} every {@code newPeriod} seconds while less than {@code newLimit} megabytes are free. */
    public void set(int newLimit, int newPeriod, Runnable report) {
        limit = newLimit;
        period = newPeriod;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        if (limit > 0 && period > 0) {
            timer = timers.every(Duration.ofSeconds(period), () -> {
                if (low()) {
                    report.run();
                }
            });
        }
    }

    void off() {
        set(0, 0, () -> {});
    }

    private boolean low() {
        try {
            return card.capacity() - card.used() < limit * MEGABYTE;
        } catch (FileSystemException e) {
            return false;
        }
    }
}
