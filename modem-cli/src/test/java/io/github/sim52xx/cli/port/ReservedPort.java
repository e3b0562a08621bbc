package io.github.sim52xx.cli.port;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port on loopback that is free for whoever asks for it by its number, as servers of Java do with SO_REUSEADDR, and
 * that the system gives to nobody else: not to another program either, which a port that was free a moment ago may have
 * been given by now. As long as no server is there, connections to it are refused.
 */
public final class ReservedPort implements Closeable {

    private final Socket socket = new Socket();

    public ReservedPort() throws IOException {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
    }

    public int number() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
