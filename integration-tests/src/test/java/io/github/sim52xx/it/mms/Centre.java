package io.github.sim52xx.it.mms;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An MMS centre on loopback that answers each request with the bytes it was given, be they what they may. */
final class Centre implements Closeable {

    /** What the modem has sent: the head, and what followed it. */
    record Request(String head, byte[] body) {}

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private volatile byte[] reply = {};
    private volatile boolean silent;
    private volatile Socket held;

    Centre() throws IOException {
        Thread thread = new Thread(this::serve, "MMS centre");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    void reply(String head, byte[] body) {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        reply = all;
    }

    /** 200 with this message. */
    void reply(byte[] pdu) {
        reply(
                "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.wap.mms-message\r\nContent-Length: " + pdu.length
                        + "\r\n\r\n",
                pdu);
    }

    /** Takes requests and does not answer. */
    void fallSilent() {
        silent = true;
    }

    Request request() throws InterruptedException {
        Request request = requests.poll(60, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request within a minute");
        }
        return request;
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (held != null) {
            held.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                requests.add(read(socket));
                if (silent) {
                    held = socket;
                } else {
                    socket.getOutputStream().write(reply);
                    socket.close();
                }
            } catch (IOException e) {
                // The modem has hung up, or the test is over.
            }
        }
    }

    private static Request read(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        int field = head.indexOf("Content-Length: ");
        int length = field < 0 ? 0 : Integer.parseInt(head.substring(field + 16, head.indexOf("\r\n", field)));
        return new Request(head.toString(), in.readNBytes(length));
    }
}
