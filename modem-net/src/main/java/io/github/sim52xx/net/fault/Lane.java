package io.github.sim52xx.net.fault;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One direction of a {@link FaultyPath} for a carrier that does not block: bytes go in and come out again, in order, when
 * their time has come. Whoever puts them in has to stop while too many {@linkplain #waiting wait}. Confined to the modem's
 * thread, but for {@link #isClear}, {@link #waiting} and {@link #put}.
 */
public final class Lane {

    private static final byte[] NOTHING = {};

    private final Modem modem;
    private final FaultyPath path;
    private final Direction direction;
    private final Consumer<byte[]> out;
    private final Runnable moved;
    private final AtomicLong waiting = new AtomicLong();
    private final ArrayDeque<Piece> queue = new ArrayDeque<>(0);
    /** Null unless a piece is on its way. */
    private Time.Timer onItsWay;

    /**
     * @param due when it gets through at the earliest
     * @param mark run in its turn, for a piece without bytes; else null
     */
    private record Piece(byte[] bytes, Instant due, Runnable mark) {}

    /**
     * @param out takes what has got through, on the modem's thread
     * @param moved hears, there too, that fewer bytes wait
     */
    public Lane(Modem modem, FaultyPath path, Direction direction, Consumer<byte[]> out, Runnable moved) {
        this.modem = modem;
        this.path = path;
        this.direction = direction;
        this.out = out;
        this.moved = moved;
        path.listen(this::changed);
    }

    /** True if bytes need not go in here: nothing is wrong, and none wait that would have to come before. */
    public boolean isClear() {
        return path.isClear() && waiting.get() == 0;
    }

    /** How many bytes are in here. */
    public long waiting() {
        return waiting.get();
    }

    /** Takes bytes, which are the lane's from now on; from any thread, but from one at a time. */
    public void put(byte[] bytes) {
        waiting.addAndGet(bytes.length);
        modem.execute(() -> {
            queue.add(new Piece(bytes, now().plus(path.transit(direction)), null));
            pump();
        });
    }

    /**
     * Calls {@code task} once when all that is in here has got through and something without bytes would, too; which may
     * be at once. From any thread.
     */
    public void behind(Runnable task) {
        modem.execute(() -> {
            queue.add(new Piece(NOTHING, now(), task));
            pump();
        });
    }

    /** What is in here is lost, and so is who waits behind it. */
    public void drop() {
        stop();
        queue.forEach(piece -> waiting.addAndGet(-piece.bytes.length));
        queue.clear();
    }

    private void changed() {
        stop();
        pump();
    }

    private void stop() {
        if (onItsWay != null) {
            onItsWay.cancel();
            onItsWay = null;
        }
    }

    private void pump() {
        while (onItsWay == null && !queue.isEmpty() && !path.isHeld()) {
            int length = path.piece(queue.peek().bytes.length);
            Duration delay = delay(length);
            if (queue.peek().mark != null) {
                // Behind what those have been told who have taken the last bytes.
                modem.execute(queue.remove().mark);
            } else if (delay.isZero()) {
                release(length);
            } else {
                onItsWay = modem.timers().after(delay, () -> {
                    onItsWay = null;
                    release(length);
                    pump();
                });
            }
        }
    }

    private Duration delay(int length) {
        if (path.isClear()) {
            return Duration.ZERO;
        }
        Duration transit = Duration.between(now(), queue.peek().due);
        Duration pace = path.pace(length);
        return transit.compareTo(pace) > 0 ? transit : pace;
    }

    /** A change stops what is on its way, so that the first of the queue is what it was. */
    private void release(int length) {
        Piece piece = queue.remove();
        if (length < piece.bytes.length) {
            queue.addFirst(new Piece(Arrays.copyOfRange(piece.bytes, length, piece.bytes.length), piece.due, null));
        }
        int passing = path.pass(length);
        if (passing > 0) {
            out.accept(passing == piece.bytes.length ? piece.bytes : Arrays.copyOf(piece.bytes, passing));
        }
        waiting.addAndGet(-length);
        moved.run();
        path.settle();
    }

    private Instant now() {
        return modem.blueprint().time().now();
    }
}
