package io.github.sim52xx.it.servers;

import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A relay to a server that carries one connection and, in one direction, only so many bytes: what comes after them is lost,
 * as in a dead network. When the modem closes its side the server's is closed too.
 */
final class Valve implements AutoCloseable {

    enum Direction {
        TO_SERVER,
        FROM_SERVER
    }

    private static final int PATIENCE_SECONDS = 60;

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final HostPort target;
    private final Direction direction;
    private final long most;
    private final CountDownLatch shut = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    Valve(HostPort target, Direction direction, long most) throws IOException {
        this.target = target;
        this.direction = direction;
        this.most = most;
        start(this::carry);
    }

    HostPort place() {
        return new HostPort("127.0.0.1", door.getLocalPort());
    }

    /** Waits until no more is let through. */
    void awaitShut() throws InterruptedException {
        if (!shut.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("not even " + most + " bytes have come");
        }
    }

    /** Waits until the modem has closed its side. */
    void awaitClosed() throws InterruptedException {
        if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the connection is still open");
        }
    }

    private void carry() {
        try (Socket modem = door.accept();
                Socket server = new Socket(target.host(), target.port())) {
            start(() -> copy(server, modem, direction == Direction.FROM_SERVER));
            copy(modem, server, direction == Direction.TO_SERVER);
            over.countDown();
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void copy(Socket from, Socket to, boolean limited) {
        byte[] buffer = new byte[8192];
        long left = limited ? most : Long.MAX_VALUE;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = 0;
            while (length >= 0) {
                out.write(buffer, 0, length);
                left -= length;
                if (left == 0) {
                    shut.countDown();
                    in.transferTo(OutputStream.nullOutputStream());
                    return;
                }
                length = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            }
        } catch (IOException e) {
            // As good as closed.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "valve");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
