package io.github.sim52xx.cli.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A person who types what a test says, and sees what is shown. */
final class Typist implements LineInput {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Typed> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> marks = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    private volatile Runnable interrupted = () -> {};
    private volatile boolean closed;

    void types(String text, Key key) {
        lines.add(new Typed(text, key));
    }

    /** Waits for the prompt and returns its mark. */
    String mark() throws InterruptedException {
        return take(marks);
    }

    /** Waits for that many lines. */
    List<String> sees(int count) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seen.add(take(shown));
        }
        return seen;
    }

    boolean hasSeenAll() {
        return shown.isEmpty();
    }

    void pressesCtrlC() {
        interrupted.run();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public Typed read(String mark, boolean data) {
        marks.add(mark + (data ? "(data)" : ""));
        try {
            return lines.take();
        } catch (InterruptedException e) {
            return new Typed("", Key.INTERRUPT);
        }
    }

    @Override
    public void show(String line) {
        shown.add(line);
    }

    @Override
    public void onInterrupt(Runnable task) {
        interrupted = task;
    }

    @Override
    public void interrupt() {
        lines.add(new Typed("", Key.INTERRUPT));
    }

    @Override
    public void close() {
        closed = true;
    }

    private static String take(BlockingQueue<String> queue) throws InterruptedException {
        String text = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing came");
        }
        return text;
    }
}
