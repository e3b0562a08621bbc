package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Falls silent until the peer closes, the server is closed, or {@link #release} is called; then goes on as if nothing
 * had been. A released stall holds nobody any more. Thread-safe.
 */
public final class Stall implements Action {

    private static final long BEFORE_EVERYTHING = -1;

    private final long after;
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private final CountDownLatch reached = new CountDownLatch(1);

    /** Says nothing at all. */
    public Stall() {
        after = BEFORE_EVERYTHING;
    }

    /**
     * Falls silent in the middle.
     *
     * @param after so many bytes of the payload pass before; of the mail that DATA receives, the server reads no more
     */
    public Stall(long after) {
        if (after < 0) {
            throw new IllegalArgumentException("a payload cannot stall after " + after + " bytes");
        }
        this.after = after;
    }

    /** Lets everything that is held go on, now and in future. */
    public void release() {
        released.complete(null);
    }

    /** Waits until a session is or was held here; false if none was within {@code patience}. */
    public boolean awaitHeld(Duration patience) throws InterruptedException {
        return reached.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void perform(Exchange exchange) throws IOException {
        if (after == BEFORE_EVERYTHING) {
            exchange.flush();
            hold(exchange);
        } else {
            exchange.limit(after, () -> hold(exchange));
        }
        exchange.proceed();
    }

    @Override
    public String describe() {
        return "falls silent" + (after == BEFORE_EVERYTHING ? "" : " after " + after + " bytes");
    }

    private void hold(Exchange exchange) throws IOException {
        exchange.hold(released, reached::countDown);
    }
}
