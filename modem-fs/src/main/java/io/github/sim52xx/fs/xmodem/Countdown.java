package io.github.sim52xx.fs.xmodem;

import io.github.sim52xx.modem.Time;
import io.github.sim52xx.modem.Timers;
import java.time.Duration;

/** The one time limit that counts at a moment. Confined to the modem's thread. */
final class Countdown {

    private final Timers timers;
    private final Runnable elapsed;
    private Time.Timer timer;
    /** Which start is the last one: a timer may be due already when it is cancelled. */
    private int started;

    /** @param elapsed called when the time is up */
    Countdown(Timers timers, Runnable elapsed) {
        this.timers = timers;
        this.elapsed = elapsed;
    }

    /** Begins anew. */
    void start(Duration time) {
        stop();
        int number = started;
        timer = timers.after(time, () -> {
            if (number == started) {
                elapsed.run();
            }
        });
    }

    void stop() {
        started++;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
