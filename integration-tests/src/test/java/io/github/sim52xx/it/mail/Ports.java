package io.github.sim52xx.it.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Ports on loopback that lead nowhere. */
final class Ports {

    private Ports() {}

    /** One where nobody answers: its queue of connections that wait to be accepted is full. */
    static final class Silent implements AutoCloseable {

        private static final int MOST = 16;
        private static final int PROBE_MILLIS = 100;

        private final ServerSocket server;
        private final List<Socket> waiting = new ArrayList<>();
        private boolean silent;

        Silent() throws IOException {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            while (!silent && waiting.size() < MOST) {
                silent = !connects();
            }
        }

        /** False where the system answers all the same. */
        boolean isSilent() {
            return silent;
        }

        int port() {
            return server.getLocalPort();
        }

        private boolean connects() throws IOException {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), port()), PROBE_MILLIS);
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : waiting) {
                socket.close();
            }
            server.close();
        }
    }
}
