package io.github.sim52xx.cli.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What was said in one session, line by line: {@code C: EHLO [127.0.0.1]}, {@code S: 250 OK}. Passwords and their proofs
 * are masked, a mail that was received is the dot at its end, payloads of POP3 are left out. A session that never ends
 * is recorded only up to some length. Thread-safe.
 */
public final class Transcript {

    private static final int CAPACITY = 64 * 1024;
    private static final String PEER = "C: ";
    private static final String SERVER = "S: ";

    private final Protocol protocol;
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private int room = CAPACITY;

    Transcript(Protocol protocol) {
        this.protocol = protocol;
    }

    public Protocol protocol() {
        return protocol;
    }

    /** Both sides, in order. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** What the peer said, without the mark in front. */
    public List<String> commands() {
        return side(PEER);
    }

    /** What the server said, without the mark in front. */
    public List<String> replies() {
        return side(SERVER);
    }

    /** True if the session is over within {@code patience}. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public String toString() {
        return protocol + "\n" + String.join("\n", lines());
    }

    void heard(String line) {
        add(PEER + line);
    }

    void said(String line) {
        add(SERVER + line);
    }

    void end() {
        ended.countDown();
    }

    private synchronized void add(String line) {
        if (line.length() <= room) {
            lines.add(line);
            room -= line.length();
        } else {
            room = 0;
        }
    }

    private synchronized List<String> side(String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }
}
