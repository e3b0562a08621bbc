package io.github.sim52xx.cli.mail;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A port on loopback and the thread that accepts connections there. Thread-safe. */
final class Doorway implements Closeable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 128;
    private static final Duration RESPITE = Duration.ofMillis(100);

    private final Protocol protocol;
    private final Sessions sessions;
    private final ServerSocket socket;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);

    Doorway(Protocol protocol, int port, Sessions sessions) throws IOException {
        this.protocol = protocol;
        this.sessions = sessions;
        try {
            socket = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(LOOPBACK));
        } catch (BindException e) {
            BindException named = new BindException(protocol + " port 127.0.0.1:" + port + ": " + e.getMessage());
            named.initCause(e);
            throw named;
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    void open() {
        accepting = CompletableFuture.runAsync(this::accept, task -> {
            Thread thread = new Thread(task, protocol.name());
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** The port is free when this returns. */
    @Override
    public void close() {
        closed.complete(null);
        Sockets.close(socket);
        accepting.join();
    }

    private void accept() {
        while (!closed.isDone()) {
            try {
                sessions.begin(protocol, socket.accept());
            } catch (IOException e) {
                // Closed, or the process is out of file descriptors and soon may not be.
                Pause.pass(sessions.service().time(), RESPITE, closed);
            }
        }
    }
}
