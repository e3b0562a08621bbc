package io.github.sim52xx.cli.mail;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A mail client that knows no protocol: sends what the test says and reads what comes. Texts are Latin-1. */
final class RawClient implements Closeable {

    /** No test waits for so long unless it fails. */
    private static final int PATIENCE = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    static RawClient connect(int port) throws IOException {
        return new RawClient(port);
    }

    /** Connects and reads the greeting. */
    static RawClient greeted(int port) throws IOException {
        RawClient client = connect(port);
        client.line();
        return client;
    }

    /** Connects by SMTP and says hello. */
    static RawClient smtp(MailServer server) throws IOException {
        RawClient client = greeted(server.smtpPort());
        client.ask("HELO test");
        return client;
    }

    /** Connects by POP3 and logs in. */
    static RawClient pop3(MailServer server) throws IOException {
        RawClient client = greeted(server.pop3Port());
        client.ask("USER un");
        client.ask("PASS pwd");
        return client;
    }

    /** As SMTP client, up to 354. */
    static RawClient atData(MailServer server) throws IOException {
        RawClient client = smtp(server);
        client.ask("MAIL FROM:<a@b>");
        client.ask("RCPT TO:<c@d>");
        client.ask("DATA");
        return client;
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a line and returns the line that comes back. */
    String ask(String line) throws IOException {
        send(line + "\r\n");
        return line();
    }

    /** The next line, without its end; null if the server has closed. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n' && line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
                return line.substring(0, line.length() - 1);
            }
            line.append((char) b);
        }
        return line.length() == 0 ? null : line.toString();
    }

    /** The next {@code count} lines. */
    List<String> lines(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    /** Lines up to the one that is a dot, which is left out. */
    List<String> payload() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.equals("."); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** Exactly so many bytes, or fewer if the server closes. */
    byte[] bytes(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** Everything up to the server's closing, cleanly or not. */
    byte[] rest() throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        in.transferTo(rest);
        return rest.toByteArray();
    }

    boolean isClosedByServer() throws IOException {
        return in.read() < 0;
    }

    /** True if nothing comes for a while that is long for a computer. */
    boolean hearsNothing() throws IOException {
        socket.setSoTimeout(50);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
