package io.github.sim52xx.testing;

import io.github.sim52xx.dce.Circuits;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.modem.Connection;
import io.github.sim52xx.modem.Modem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A DTE for tests: types on a terminal of a modem and keeps what comes back. Bytes are Latin-1 characters. Output of
 * other threads is there as soon as they have sent it; {@link #await} waits for it. Whenever this returns something the
 * modem has come to rest: a thread that has just sent is not still at work on it, which would leave what is typed or
 * falls due next for later.
 */
public final class AtDialogue implements DteLink {

    /** As long as nobody waits unless a test fails. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern RESULT = Pattern.compile("\r\n(OK|ERROR|\\+CM[ES] ERROR: .*)\r\n$");

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Modem modem;
    private final Connection connection;
    private Circuits circuits = Circuits.OFF;
    private boolean held;
    private boolean closed;

    private AtDialogue(Modem modem) {
        this.modem = modem;
        connection = modem.connect(this);
    }

    /** Attaches one more terminal. */
    public static AtDialogue on(Modem modem) {
        return new AtDialogue(modem);
    }

    /** As {@link #on}, with the echo switched off. */
    public static AtDialogue quiet(Modem modem) {
        AtDialogue dialogue = new AtDialogue(modem);
        dialogue.type("ATE0\r");
        return dialogue;
    }

    /** Types characters as they are and returns everything that has come since the last call, as it came. */
    public String type(String characters) {
        send(characters);
        rest();
        return taken();
    }

    /** Types characters as they are; what comes back is for {@link #taken} and {@link #await}. */
    public void send(String characters) {
        connection.receive(ByteBuffer.wrap(characters.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Types a line with CR behind it and returns the lines that came back, without empty ones. */
    public List<String> line(String line) {
        return lines(type(line + "\r"));
    }

    /** What has come since the last call. */
    public synchronized String taken() {
        String text = received.toString(StandardCharsets.ISO_8859_1);
        received.reset();
        return text;
    }

    /** As {@link #taken}, by lines, without empty ones. */
    public List<String> takenLines() {
        return lines(taken());
    }

    /** Waits, for at most a minute, until {@code text} has come, and returns all that has come. */
    public String await(String text) {
        return await(Pattern.compile(Pattern.quote(text)));
    }

    /** As {@link #line}, waiting for the final result. */
    public List<String> longLine(String line) {
        send(line + "\r");
        return lines(await(RESULT));
    }

    private String await(Pattern pattern) {
        awaitMatch(pattern);
        rest();
        return taken();
    }

    /** Waits until the modem has done all that it has to do: until what is brought to it is done here and now. */
    private void rest() {
        Thread here = Thread.currentThread();
        CompletableFuture<Thread> there;
        do {
            there = CompletableFuture.supplyAsync(Thread::currentThread, modem::execute);
        } while (there.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join() != here);
    }

    private synchronized void awaitMatch(Pattern pattern) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!pattern.matcher(received.toString(StandardCharsets.ISO_8859_1)).find()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no \"" + pattern + "\" within " + PATIENCE + ", only: " + received);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /** Switches circuit 108/2, DTR. */
    public void terminalReady(boolean on) {
        connection.dataTerminalReady(on);
    }

    /** Switches circuit 105, RTS. */
    public void requestToSend(boolean on) {
        connection.requestToSend(on);
    }

    /** True while the modem does not want to be sent more. */
    public boolean isHeld() {
        return held;
    }

    /** The modem's circuits as they are now. */
    public Circuits circuits() {
        return circuits;
    }

    /** Hangs up. */
    public void hangUp() {
        connection.closed();
    }

    /** Sends nothing more but still listens. */
    public void endInput() {
        connection.inputEnded();
    }

    /** True once the modem has closed the link. */
    public boolean isClosed() {
        return closed;
    }

    /** The lines of an answer, without empty ones. */
    public static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isEmpty()).toList();
    }

    @Override
    public synchronized void send(byte[] bytes) {
        received.writeBytes(bytes);
        notifyAll();
    }

    @Override
    public long backlog() {
        return 0;
    }

    @Override
    public void whenDrained(Runnable task) {
        task.run();
    }

    @Override
    public void holdInput(boolean hold) {
        held = hold;
    }

    @Override
    public boolean hasCircuits() {
        return true;
    }

    @Override
    public void circuits(Circuits now) {
        circuits = now;
    }

    @Override
    public void close() {
        closed = true;
    }
}
