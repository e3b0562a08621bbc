package io.github.sim52xx.cli;

import io.github.sim52xx.email.Traffic;
import io.github.sim52xx.fs.Progress;

/** Shows on a terminal how far a copy has come, if it takes long enough for anyone to wonder. For one thread. */
final class FsProgress implements Progress {

    private static final long PERIOD_NANOS = 250_000_000;
    private static final Console CONSOLE = Console.standard(true);

    private final String what;
    private long lastShown = System.nanoTime();

    private FsProgress(String what) {
        this.what = what;
    }

    static Progress of(String what) {
        return new FsProgress(what);
    }

    /** Takes away what is shown. */
    static void end() {
        CONSOLE.endProgress();
    }

    @Override
    public boolean copied(long bytes, long total) {
        long now = System.nanoTime();
        if (now - lastShown > PERIOD_NANOS) {
            lastShown = now;
            CONSOLE.show(new Traffic.Progress(what, bytes, total));
        }
        return true;
    }
}
