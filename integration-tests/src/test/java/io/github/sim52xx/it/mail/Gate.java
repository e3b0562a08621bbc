package io.github.sim52xx.it.mail;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds the server at one verb until it is told to go on, and lets it do something then. */
final class Gate implements Conduct {

    private final Protocol protocol;
    private final String verb;
    private final Action then;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Gate(Protocol protocol, String verb, Action then) {
        this.protocol = protocol;
        this.verb = verb;
        this.then = then;
    }

    @Override
    public Action at(Occasion occasion) {
        if (occasion.protocol() != protocol || !occasion.verb().equals(verb)) {
            return Action.PROCEED;
        }
        held.countDown();
        await(released);
        return then;
    }

    /** Waits until the server is held. */
    void awaitHeld() {
        if (!await(held)) {
            throw new AssertionError("the server has not come to " + verb);
        }
    }

    void release() {
        released.countDown();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(MailBench.PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
