package io.github.sim52xx.dce;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Recognizes {@code +++} among the data of a connection (manual 4.8): a second without data, three plus signs with at
 * most 900 ms between them, a second without data. The plus signs are held back meanwhile; when they turn out to be
 * data they are passed on, ahead of what follows. Confined to the modem's thread.
 */
final class Escape {

    private static final Duration GUARD = Duration.ofMillis(1000);
    private static final Duration BETWEEN = Duration.ofMillis(900);
    private static final int LENGTH = 3;

    private final DceHost<?> host;
    private final Consumer<ByteBuffer> data;
    private final Runnable escaped;
    private Instant last;
    private int pluses;
    /** Counts what makes a timer that runs out of date. */
    private int timed;

    /**
     * @param data takes plus signs that were data
     * @param escaped is run when the sequence is complete
     */
    Escape(DceHost<?> host, Consumer<ByteBuffer> data, Runnable escaped) {
        this.host = host;
        this.data = data;
        this.escaped = escaped;
    }

    /** Data mode begins: the guard time does, too. */
    void begin() {
        forget();
        last = host.now();
    }

    /** True if {@code in} may be part of the sequence: it is taken. False if it is data. */
    boolean takes(ByteBuffer in) {
        Instant now = host.now();
        boolean silent = pluses > 0 || Duration.between(last, now).compareTo(GUARD) >= 0;
        last = now;
        if (silent && pluses + in.remaining() <= LENGTH && isAllPluses(in)) {
            pluses += in.remaining();
            in.position(in.limit());
            await();
            return true;
        }
        release();
        return false;
    }

    /** What is held back is data: the connection is to have it. */
    void release() {
        int length = pluses;
        forget();
        if (length > 0) {
            data.accept(ByteBuffer.wrap(new byte[] {'+', '+', '+'}, 0, length));
        }
    }

    /** The data mode is over. */
    void forget() {
        pluses = 0;
        timed++;
    }

    private void await() {
        int begun = ++timed;
        boolean complete = pluses == LENGTH;
        host.after(complete ? GUARD : BETWEEN, () -> {
            if (begun != timed) {
                return;
            }
            if (complete) {
                forget();
                escaped.run();
            } else {
                release();
            }
        });
    }

    private static boolean isAllPluses(ByteBuffer in) {
        for (int i = in.position(); i < in.limit(); i++) {
            if (in.get(i) != '+') {
                return false;
            }
        }
        return true;
    }
}
