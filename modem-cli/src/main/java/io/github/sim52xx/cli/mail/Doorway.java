package io.github.sim52xx.cli.mail;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A port and the thread that accepts connections there, or nobody to accept them. Thread-safe. */
final class Doorway implements Closeable {

    private static final int BACKLOG = 128;
    private static final Duration RESPITE = Duration.ofMillis(100);

    private final Protocol protocol;
    private final Sessions sessions;
    private final InetSocketAddress address;
    /** Null if nobody listens. */
    private final ServerSocket socket;
    /** Has the port when nobody listens, so that connections are refused there; else unbound. */
    private final Socket reserved = new Socket();

    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);

    /** @param listening false to have every connection refused */
    Doorway(Protocol protocol, InetSocketAddress wanted, boolean listening, Sessions sessions) throws IOException {
        this.protocol = protocol;
        this.sessions = sessions;
        socket = listening ? new ServerSocket() : null;
        try {
            if (listening) {
                socket.bind(wanted, BACKLOG);
            } else {
                reserved.bind(wanted);
            }
        } catch (BindException e) {
            Sockets.close(listening ? socket : reserved);
            BindException named = new BindException(
                    protocol + " port " + wanted.getHostString() + ":" + wanted.getPort() + ": " + e.getMessage());
            named.initCause(e);
            throw named;
        }
        address = (InetSocketAddress) (listening ? socket.getLocalSocketAddress() : reserved.getLocalSocketAddress());
    }

    InetSocketAddress address() {
        return address;
    }

    void open() {
        if (socket == null) {
            return;
        }
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
        Sockets.close(socket == null ? reserved : socket);
        accepting.join();
    }

    private void accept() {
        while (!closed.isDone()) {
            try {
                sessions.begin(protocol, socket.accept());
            } catch (IOException e) {
                // Closed, or the process is out of file descriptors and soon may not be.
                Pause.pass(sessions.service().time(), RESPITE, () -> {}, closed);
            }
        }
    }
}
