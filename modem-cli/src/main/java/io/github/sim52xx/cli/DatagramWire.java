package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Wire;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Somebody who exchanges datagrams with the modem: sends to where the last one came from, or else to the port that the
 * modem has opened. Used by one thread.
 */
final class DatagramWire implements Wire {

    private static final int MAX_SIZE = 65_507;
    private static final byte[] NOTHING = {};

    private final DatagramSocket socket;
    private final IntSupplier modem;
    private final byte[] buffer = new byte[MAX_SIZE];
    /** Null before the modem has sent something. */
    private SocketAddress source;

    /** @param modem its port on loopback, 0 if it has none */
    DatagramWire(DatagramSocket socket, IntSupplier modem) {
        this.socket = socket;
        this.modem = modem;
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        if (source == null && modem.getAsInt() == 0) {
            throw new IOException("the modem has neither sent a datagram here nor opened a port");
        }
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        if (source == null) {
            packet.setAddress(InetAddress.getLoopbackAddress());
            packet.setPort(modem.getAsInt());
        } else {
            packet.setSocketAddress(source);
        }
        socket.send(packet);
    }

    @Override
    public byte[] receive(Duration patience) throws IOException {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        try {
            // Zero would be without end.
            socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            return NOTHING;
        }
        source = packet.getSocketAddress();
        return Arrays.copyOf(buffer, packet.getLength());
    }

    @Override
    public void close() {
        socket.close();
    }
}
