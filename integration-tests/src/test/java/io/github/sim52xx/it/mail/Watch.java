package io.github.sim52xx.it.mail;

import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.modem.Workers;
import io.github.sim52xx.net.ModemSocket;
import io.github.sim52xx.net.fault.FaultyInput;
import io.github.sim52xx.net.fault.FaultyOutput;
import io.github.sim52xx.net.fault.FaultyPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Sees what a modem does beside its AT lines: events, bytes on the network, threads that wait for the network. */
final class Watch implements Executor, Trace {

    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    /** Counted from when it is brought: its thread may not have begun. */
    private final AtomicInteger unfinished = new AtomicInteger();

    private final List<ModemEvent> events = new ArrayList<>();
    private final Map<String, ByteArrayOutputStream> bytes = new HashMap<>();

    @Override
    public void execute(Runnable task) {
        unfinished.incrementAndGet();
        Workers.shared().execute(() -> {
            working.add(Thread.currentThread());
            try {
                task.run();
            } finally {
                working.remove(Thread.currentThread());
                unfinished.decrementAndGet();
            }
        });
    }

    @Override
    public synchronized void bytes(String channel, boolean outgoing, byte[] source, int offset, int length) {
        bytes.computeIfAbsent(channel + (outgoing ? ">" : "<"), name -> new ByteArrayOutputStream())
                .write(source, offset, length);
        notifyAll();
    }

    synchronized void event(ModemEvent event) {
        events.add(event);
    }

    synchronized List<String> faults() {
        return events.stream()
                .filter(ModemEvent.Fault.class::isInstance)
                .map(event -> event.describe() + ": " + ((ModemEvent.Fault) event).error())
                .toList();
    }

    synchronized List<String> described() {
        return events.stream().map(ModemEvent::describe).toList();
    }

    synchronized List<MailOutcome> outcomes() {
        return events.stream()
                .filter(MailOutcome.class::isInstance)
                .map(MailOutcome.class::cast)
                .toList();
    }

    /** All bytes of one direction so far, {@code "SMTP 1>"} those that the modem sent there, as Latin-1. */
    synchronized String heard(String direction) {
        ByteArrayOutputStream heard = bytes.get(direction);
        return heard == null ? "" : heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits until what has passed in one direction is as {@code wanted}. */
    synchronized void await(String direction, Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + MailBench.PATIENCE.toNanos();
        while (!wanted.test(heard(direction))) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("only " + heard(direction).length() + " bytes on " + direction);
            }
            wait(left);
        }
    }

    /** Waits until a session of the modem waits for a reply of its server: whatever it has done so far is done. */
    void awaitWaiting() {
        awaitWorker(thread -> isInSocket(thread, FaultyInput.class, "read"));
    }

    /** Waits until a session of the modem waits for a connection. */
    void awaitConnecting() {
        awaitWorker(thread -> isInSocket(thread, ModemSocket.class, "connect"));
    }

    /** Waits until a session of the modem is sending. */
    void awaitSending() {
        awaitWorker(thread -> isInSocket(thread, FaultyOutput.class, "write"));
    }

    /** Waits until a session of the modem waits for its server in a TLS handshake. */
    void awaitHandshake() {
        awaitWorker(thread -> {
            List<StackTraceElement> stack = List.of(thread.getStackTrace());
            return stack.stream().anyMatch(frame -> frame.getMethodName().equals("startHandshake"))
                    && stack.stream()
                            .anyMatch(frame -> frame.getClassName().startsWith("java.net.")
                                    && frame.getMethodName().equals("read"));
        });
    }

    /** Waits until a session of the modem is held up by a fault of the bearer. */
    void awaitHeldUp() {
        awaitWorker(thread -> Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(FaultyPath.class.getName())
                        && frame.getMethodName().equals("sleep")));
    }

    private void awaitWorker(Predicate<Thread> state) {
        long end = System.nanoTime() + MailBench.PATIENCE.toNanos();
        while (working.stream().noneMatch(state)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no session is in that state");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Waits until no session is at work any more. */
    void awaitIdle() {
        long end = System.nanoTime() + MailBench.PATIENCE.toNanos();
        while (unfinished.get() != 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still at work: " + working);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /**
     * True if the thread is, by way of a class of the modem's, in that method of the platform's socket. A connection
     * that has come about, whose thread is on its way back, still counts as connecting, but not as reading: the timer
     * that a test moves on begins again in between.
     */
    private static boolean isInSocket(Thread thread, Class<?> caller, String method) {
        StackTraceElement[] stack = thread.getStackTrace();
        for (int i = 1; i < stack.length; i++) {
            if (stack[i].getClassName().equals(caller.getName())
                    && stack[i - 1].getClassName().startsWith("java.net.")) {
                return stack[i - 1].getMethodName().equals(method);
            }
        }
        return false;
    }
}
