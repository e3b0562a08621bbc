package io.github.sim52xx.net.fault;

import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * The way of one connection through the {@link Faults}: how many bytes go in one piece, how long they take, when the
 * connection breaks. Carriers that block use the methods that wait; {@link #close} from any thread ends their waiting.
 * Others use a {@link Lane} for each direction. Safe for use by any thread.
 */
public final class FaultyPath implements AutoCloseable {

    /** What carries the connection. */
    public interface Carrier {
        /**
         * The connection breaks.
         *
         * @param reset true if what is on its way is lost, false if it still arrives
         */
        void cut(boolean reset);
    }

    private final Faults faults;
    private final Carrier carrier;
    private final RandomGenerator uplinkChance;
    private final RandomGenerator downlinkChance;
    private final List<Runnable> listeners = new ArrayList<>(0);
    private boolean open = true;
    private long changes;
    /** The fault that {@link #passed} counts for. */
    private DropAfter counting;

    private long passed;

    FaultyPath(Faults faults, Carrier carrier, RandomGenerator uplinkChance, RandomGenerator downlinkChance) {
        this.faults = faults;
        this.carrier = carrier;
        this.uplinkChance = uplinkChance;
        this.downlinkChance = downlinkChance;
    }

    /** True if nothing is wrong. */
    public boolean isClear() {
        return faults.present().isEmpty();
    }

    /** True if nothing gets through. */
    public boolean isHeld() {
        return faults.hold();
    }

    /** How many of that many bytes go in one piece, at least one. */
    public int piece(int bytes) {
        int piece = bytes;
        for (Fault fault : faults.present()) {
            piece = fault.piece(piece);
        }
        return piece;
    }

    /** How much longer than otherwise a piece is on its way, while others may be too. */
    public synchronized Duration transit(Direction direction) {
        Duration transit = Duration.ZERO;
        for (Fault fault : faults.present()) {
            transit = transit.plus(fault.transit(direction == Direction.UPLINK ? uplinkChance : downlinkChance));
        }
        return transit;
    }

    /** How long a piece keeps its direction busy. */
    public Duration pace(int bytes) {
        Duration pace = Duration.ZERO;
        for (Fault fault : faults.present()) {
            pace = pace.plus(fault.pace(bytes));
        }
        return pace;
    }

    /** Lets bytes pass; returns how many of them do before the connection breaks. {@link #settle} has to follow. */
    public synchronized int pass(int bytes) {
        DropAfter limit = faults.find(DropAfter.class);
        if (limit != counting) {
            counting = limit;
            passed = 0;
        }
        if (limit == null) {
            return bytes;
        }
        int passing = (int) Math.min(bytes, limit.bytes() - passed);
        passed += passing;
        return passing;
    }

    /** What has passed is with its carrier: breaks the connection if no more may. */
    public void settle() {
        synchronized (this) {
            if (counting == null || passed < counting.bytes()) {
                return;
            }
        }
        end(false);
    }

    /** Calls {@code listener}, on the modem's thread, when something has changed. */
    public synchronized void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** The connection is over: whoever waits gets an exception. */
    @Override
    public void close() {
        faults.forget(this);
        synchronized (this) {
            open = false;
            notifyAll();
        }
    }

    // ---- for carriers that block

    /** Waits until a piece gets through. */
    public void await(Direction direction, int bytes) throws IOException {
        if (!isClear()) {
            long known = changes();
            pause(transit(direction).plus(pace(bytes)), known);
            hold(this::isHeld, new Waking());
        }
    }

    /**
     * Waits until a connection can come about.
     *
     * @param timeout how long that may take; zero for ever
     * @throws ConnectException if it is refused
     * @throws SocketTimeoutException if it takes too long
     */
    public void awaitConnection(Duration timeout) throws IOException {
        if (isClear()) {
            return;
        }
        long known = changes();
        Waking waking = new Waking();
        Time.Timer limit = limit(timeout, waking);
        try {
            pause(transit(Direction.UPLINK), known);
            hold(this::isHeld, waking);
        } finally {
            limit.cancel();
        }
        if (faults.present().stream().anyMatch(Fault::refuses)) {
            throw new ConnectException("refused");
        }
    }

    /**
     * Waits until the name server has answered.
     *
     * @param timeout how long that may take; zero for ever
     * @throws UnknownHostException if it does not know the name
     * @throws SocketTimeoutException if it does not answer
     */
    public void awaitName(String host, Duration timeout) throws IOException {
        if (isClear()) {
            return;
        }
        Waking waking = new Waking();
        Time.Timer limit = limit(timeout, waking);
        try {
            hold(this::isNameServerSilent, waking);
        } finally {
            limit.cancel();
        }
        if (faults.find(NameFailure.class) != null) {
            throw new UnknownHostException(host);
        }
    }

    private boolean isNameServerSilent() {
        NameFailure failure = faults.find(NameFailure.class);
        return isHeld() || failure != null && failure.silent();
    }

    /** @param known how many changes there had been when the delay was found out; one more ends it */
    private void pause(Duration delay, long known) throws IOException {
        if (delay.isZero()) {
            return;
        }
        Waking waking = new Waking();
        Time.Timer timer = faults.time().after(delay, waking);
        synchronized (this) {
            while (open && !waking.over && changes == known) {
                sleep();
            }
        }
        timer.cancel();
        requireOpen();
    }

    private synchronized long changes() {
        return changes;
    }

    private Time.Timer limit(Duration timeout, Waking waking) {
        return timeout.isZero() ? () -> {} : faults.time().after(timeout, waking);
    }

    private synchronized void hold(BooleanSupplier held, Waking limit) throws IOException {
        while (open && held.getAsBoolean() && !limit.over) {
            sleep();
        }
        requireOpen();
        if (held.getAsBoolean()) {
            throw new SocketTimeoutException("stalled");
        }
    }

    private void sleep() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private synchronized void requireOpen() throws IOException {
        if (!open) {
            throw new SocketException("the connection has broken");
        }
    }

    /** Ends a wait when its time has come. */
    private final class Waking implements Runnable {

        private boolean over;

        @Override
        public void run() {
            synchronized (FaultyPath.this) {
                over = true;
                FaultyPath.this.notifyAll();
            }
        }
    }

    // ---- for the faults

    void changed() {
        List<Runnable> told;
        synchronized (this) {
            changes++;
            notifyAll();
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    void reset() {
        end(true);
    }

    private void end(boolean reset) {
        close();
        carrier.cut(reset);
    }
}
