package io.github.sim52xx.cli.mail;

import io.github.sim52xx.modem.Time;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The connection of one session. It closes when it has been idle for ten minutes (RFC 1939 3, RFC 5321 4.5.3.2.7). Used
 * by the session's thread; {@link #close} by any thread ends whatever that one waits for.
 */
final class Link implements Closeable {

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Socket socket;
    private final Time time;
    private final InputStream in;
    private final OutputStream out;
    private final ReadAhead readAhead;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile Instant active;
    private volatile Time.Timer idleTimer;
    private volatile boolean holding;

    Link(Socket socket, Time time) throws IOException {
        this.socket = socket;
        this.time = time;
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        readAhead = new ReadAhead(in);
        active = time.now();
        idleTimer = time.after(IDLE, this::checkIdle);
    }

    int read(byte[] into, int offset, int length) throws IOException {
        int count = readAhead.take(into, offset, length);
        if (count == 0) {
            count = in.read(into, offset, length);
        }
        active = time.now();
        holding = false;
        return count;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        active = time.now();
        out.write(bytes, offset, length);
    }

    /**
     * Waits for {@code released}, however long; the peer's going ends the session.
     *
     * @param waiting called when the waiting has begun
     */
    void hold(CompletableFuture<Void> released, Runnable waiting) throws IOException {
        holding = true;
        try {
            readAhead.until(CompletableFuture.anyOf(released, closed), waiting);
        } finally {
            holding = false;
        }
        active = time.now();
        checkOpen();
    }

    /** Lets {@code length} pass. */
    void pause(Duration length) throws IOException {
        active = time.now().plus(length);
        holding = true;
        Pause.pass(time, length, () -> holding = false, closed);
        checkOpen();
    }

    /** What has been sent may be no reply: until the peer says something, it is a pause. */
    void awaitReaction() {
        holding = true;
    }

    /** True while the session does nothing because it is made to. For any thread. */
    boolean isHolding() {
        return holding;
    }

    /** Says one line and closes. */
    void refuse(String line) throws IOException {
        byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        write(bytes, 0, bytes.length);
        close();
    }

    @Override
    public void close() {
        closed.complete(null);
        idleTimer.cancel();
        Sockets.close(socket);
    }

    private void checkOpen() throws EOFException {
        if (closed.isDone()) {
            throw new EOFException("the server is closed");
        }
    }

    private void checkIdle() {
        Duration left = readAhead.isWatching() ? IDLE : Duration.between(time.now(), active.plus(IDLE));
        if (left.isNegative() || left.isZero()) {
            close();
        } else {
            idleTimer = time.after(left, this::checkIdle);
            if (closed.isDone()) {
                idleTimer.cancel();
            }
        }
    }
}
