package io.github.sim52xx.cli.transcript;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** A TCP connection to the AT port of a modem. */
public final class TcpWire implements Wire {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final byte[] NOTHING = {};

    private final InetSocketAddress address;
    private final byte[] buffer = new byte[8192];
    private Socket socket;

    /** Connects. */
    public TcpWire(InetSocketAddress address) throws IOException {
        this.address = address;
        connect();
    }

    /** One that has been accepted, and is not taken up again. */
    public TcpWire(Socket accepted) throws IOException {
        socket = accepted;
        address = (InetSocketAddress) accepted.getRemoteSocketAddress();
        socket.setTcpNoDelay(true);
    }

    private void connect() throws IOException {
        socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, (int) TO_CONNECT.toMillis());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public byte[] receive(Duration patience) throws IOException {
        try {
            // Zero would be without end.
            socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
            int length = socket.getInputStream().read(buffer);
            return length < 0 ? null : Arrays.copyOf(buffer, length);
        } catch (SocketTimeoutException e) {
            return NOTHING;
        } catch (SocketException e) {
            // Broken off.
            return null;
        }
    }

    @Override
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** The other end closes in answer; then it has noticed. */
    @Override
    public void hangUp() throws IOException {
        socket.shutdownOutput();
        byte[] lost;
        do {
            lost = receive(TO_CONNECT);
        } while (lost != null && lost.length > 0);
        socket.close();
        connect();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
