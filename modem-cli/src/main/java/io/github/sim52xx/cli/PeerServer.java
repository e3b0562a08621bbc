package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Fixture;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A TCP server that the modem of a {@link Bench} can connect to. Its threads end with it. */
final class PeerServer implements Closeable {

    private static final int BACKLOG = 20;

    private final ServerSocket socket;
    private final Fixture.Conduct conduct;
    private final byte[] text;

    /** @param port where it is, 0 for any that is free */
    PeerServer(Fixture.TcpServer wanted, int port) throws IOException {
        socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        conduct = wanted.conduct();
        text = wanted.text().getBytes(StandardCharsets.ISO_8859_1);
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            switch (conduct) {
                case SAYS -> out.write(text);
                case ANSWERS -> {
                    in.read(new byte[8192]);
                    out.write(text);
                }
                case TAKES_LEAVE -> {
                    out.write(text);
                    return;
                }
                case ECHOES -> in.transferTo(out);
                case SILENT -> {}
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** What blocks, and ends when its socket is closed. */
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other end has gone, or this one is being closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
