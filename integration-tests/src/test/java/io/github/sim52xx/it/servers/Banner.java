package io.github.sim52xx.it.servers;

import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The first line that a mail server says. */
final class Banner {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int MILLIS = 2_000;
    private static final long PAUSE_NANOS = 50_000_000;

    private Banner() {}

    /** Waits until a server greets there. */
    static void await(HostPort place) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!greets(place)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no server greets on " + place);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean greets(HostPort place) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.host(), place.port()), MILLIS);
            socket.setSoTimeout(MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
