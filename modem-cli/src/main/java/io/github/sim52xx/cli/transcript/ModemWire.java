package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.modem.Modem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A terminal of a modem in this process, without any port in between. */
public final class ModemWire implements Wire {

    private static final byte[] END = {};
    private static final byte[] NOTHING = {};

    private final BlockingQueue<byte[]> came = new LinkedBlockingQueue<>();
    private final DteInput input;
    private boolean ended;

    /** Attaches one more terminal. */
    public ModemWire(Modem modem) {
        this(modem::connect);
    }

    /** Attaches one more terminal to whatever modem that is. */
    public ModemWire(Function<DteLink, DteInput> modem) {
        input = modem.apply(new Link());
    }

    @Override
    public void send(byte[] bytes) {
        input.receive(ByteBuffer.wrap(bytes.clone()));
    }

    @Override
    public byte[] receive(Duration patience) throws IOException {
        if (ended) {
            return null;
        }
        byte[] first = await(patience);
        if (first == END) {
            ended = true;
            return null;
        }
        return first == null ? NOTHING : withWhatFollows(first);
    }

    /** As programs do that use a PTY one after another: the terminal stays as it is. */
    @Override
    public void hangUp() {
        input.dataTerminalReady(false);
        input.dataTerminalReady(true);
    }

    @Override
    public void close() {
        input.closed();
    }

    private byte[] await(Duration patience) throws IOException {
        try {
            return came.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private byte[] withWhatFollows(byte[] first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        for (byte[] next = came.peek(); next != null && next != END; next = came.peek()) {
            all.writeBytes(came.remove());
        }
        return all.toByteArray();
    }

    /** The modem's end; takes whatever comes at once. */
    private final class Link implements DteLink {

        @Override
        public void send(byte[] bytes) {
            came.add(bytes);
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
            // Nobody types faster here than the modem takes it.
        }

        @Override
        public void close() {
            came.add(END);
        }
    }
}
