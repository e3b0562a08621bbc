package io.github.sim52xx.cli.mail;

import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Waiting by the server's time. */
final class Pause {

    private Pause() {}

    /**
     * Lets {@code length} pass, or less if {@code cutShort} is done before.
     *
     * @param passed called by the timer, at the very moment
     */
    static void pass(Time time, Duration length, Runnable passed, CompletableFuture<Void> cutShort) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Time.Timer timer = time.after(length, () -> {
            passed.run();
            over.complete(null);
        });
        CompletableFuture.anyOf(over, cutShort).join();
        timer.cancel();
    }
}
