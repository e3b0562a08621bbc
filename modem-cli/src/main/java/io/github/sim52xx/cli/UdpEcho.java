package io.github.sim52xx.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Sends every datagram back to where it came from. Its thread ends with it. */
final class UdpEcho implements Closeable {

    private static final int MAX_SIZE = 65_507;

    private final DatagramSocket socket;

    /** @param port where it is, 0 for any that is free */
    UdpEcho(int port) throws IOException {
        socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::echo);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void echo() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[MAX_SIZE], MAX_SIZE);
                socket.receive(packet);
                socket.send(packet);
            }
        } catch (IOException e) {
            // Closed.
        }
    }
}
