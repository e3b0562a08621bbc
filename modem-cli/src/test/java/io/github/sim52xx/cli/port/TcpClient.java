package io.github.sim52xx.cli.port;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of a TCP port that says and expects bytes; one character is one byte, from 0 to 255. */
final class TcpClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    TcpClient(InetSocketAddress port) throws IOException {
        socket = new Socket(port.getAddress(), port.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What comes until {@code end} has come, which is the end of it. */
    String readTo(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < end.length()
                || !read.substring(read.length() - end.length()).equals(end)) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new EOFException("only: " + read);
            }
            read.append((char) b);
        }
        return read.toString();
    }

    /** Sends a line and returns what comes up to OK. */
    String ok(String line) throws IOException {
        send(line + "\r");
        return readTo("\r\nOK\r\n");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
